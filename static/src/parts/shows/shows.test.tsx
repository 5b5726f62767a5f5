import { act, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Items } from "../../board/items";
import { addNote } from "../../board/makers";
import { eventually } from "../../patience";
import { ChallengeAside } from "../challenge/ChallengeAside";
import { ChallengeButton } from "../challenge/ChallengeButton";
import { show } from "../makers";
import type { Setting } from "../makers";
import { notesBehind } from "./behind";
import { ShowsAside } from "./ShowsAside";
import { ShowsButton } from "./ShowsButton";
import { LONGEST_MS, PAUSE_MS } from "./useShowing";

const words = (fi: string) => ({ fi, sv: `${fi} (sv)`, en: `${fi} (en)` });
const PAIN = { key: "pains_without_idea", value: 1, text: words("1 kipupiste on ilman ideaa."), notes: ["note:0"] };
const OPEN = { key: "whose_path", text: words("Kenen polku?"), answered: false, by: [] };
const DONE = { key: "lows", text: words("Missä sattuu?"), answered: true, by: ["note:1", "link:gone"] };

let told: object;
let asked: string[];
let isThere: boolean;
let setting: Setting | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  told = { insights: [PAIN], questions: [OPEN, DONE], plots: [] };
  setting = undefined;
  asked = [];
  isThere = true;
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return isThere
      ? Promise.resolve(Response.json({ ...told, ...now() }))
      : Promise.reject(new TypeError("no network"));
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The board as the server has it. */
function now() {
  const { epoch, seq } = setting?.store.confirmed.peek() ?? { epoch: "", seq: 0 };
  return { epoch, seq };
}

const pass = (milliseconds: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  });

async function beside(notes = ["Jono on pitkä", "Lomake on vaikea"]) {
  const both = (
    <>
      <ChallengeButton />
      <ShowsButton />
      <ChallengeAside />
      <ShowsAside />
      <button type="button" data-note="note:0">
        Lappu
      </button>
    </>
  );
  setting = show(both, { notes, boot: { challenge: { title: "Haaste", text: "Sama tieto.", written: "" } } });
  fireEvent.click(screen.getByRole("button", { name: "Kartta kertoo" }));
  await pass(0);
  return setting;
}

const aside = () => screen.getByRole("complementary", { name: "Kartta kertoo" });

it("tells what the map shows, what it does not answer yet and what it does, in the reader's language", async () => {
  await beside();

  expect(aside().textContent).toContain("1 kipupiste on ilman ideaa. 1 lappu");
  expect(screen.getByRole("heading", { name: "Mihin kartta ei vielä vastaa" })).toBeTruthy();
  expect(screen.getByText("Kenen polku?").closest("details")).toBeNull();
  expect(screen.getByRole("heading", { name: "Mihin kartta vastaa 1/2" })).toBeTruthy();
  expect(screen.getByText(/Missä sattuu\?/u).closest("details")?.textContent).toContain("Lomake on vaikea");
  expect(aside().textContent).not.toContain("(sv)");
  expect(document.activeElement?.textContent).toBe("Kartta kertoo");
});

it("has behind a relation its ends, behind a theme its notes, and each note once", () => {
  const items = new Map(
    [
      ...["note:1", "note:2", "note:3"].map((id) => ({ id, text: id, zone: "zone:a", kind: "pain" })),
      { id: "link:1", from: "note:2", to: "note:1", kind: "causes" },
      { id: "cluster:1", title: "Teema", notes: ["note:1", "note:3"] },
    ].map((item) => [item.id, item]),
  ) as unknown as Items;

  const found = notesBehind(items, ["link:1", "cluster:1", "note:3", "note:gone", "ballot:1"]);

  expect(found.map(({ id }) => id)).toEqual(["note:2", "note:1", "note:3"]);
});

it("leads from a sentence to the notes behind it", async () => {
  await beside();

  fireEvent.click(screen.getByRole("button", { name: /Jono on pitkä/u, hidden: true }));
  await pass(100);

  expect(document.activeElement).toBe(document.querySelector("[data-note='note:0']"));
  expect(aside()).toBeTruthy();
});

it("draws what the server has to look at, once the file that draws is there", async () => {
  const pains = [{ note: "note:0", votes: 3, severity: 4, frequency: null, weight: 36 }];
  told = {
    insights: [],
    questions: [],
    plots: [{ key: "pain_curve", voted: true, phases: [{ id: "a", title: "Haen", pains }] }],
  };
  await beside();
  await eventually(() => screen.getByRole("img", { name: "Kipu polun varrella", hidden: true }));

  expect(screen.getByRole("table", { name: "Kipu polun varrella", hidden: true }).textContent).toContain(
    "3 × 4 × ? = 36",
  );
});

it("asks once while nothing changes", async () => {
  await beside();

  await pass(2 * LONGEST_MS);

  expect(asked.length).toBe(1);
});

it("asks again once others have paused, and not for each change", async () => {
  const { elsewhere } = await beside();
  asked = [];
  told = { insights: [], questions: [], plots: [] };

  for (const i of [5, 6, 7]) {
    act(() => elsewhere(addNote(`note:${i}`, { text: "uusi", order: `b${i}` })));
    await pass(PAUSE_MS / 2);
  }
  expect(asked).toEqual([]);
  await pass(PAUSE_MS);

  expect(asked).toEqual(["/api/v1/boards/b%3A1/insights"]);
  expect(aside().textContent).toContain("Kartta ei kerro vielä mitään");

  told = { insights: [], questions: [DONE], plots: [] };
  act(() => elsewhere(addNote("note:8", { text: "uusi", order: "b8" })));
  await pass(PAUSE_MS);

  expect(aside().textContent).toContain("Kartasta ei nouse esiin mitään erityistä.");
});

it("asks now and then while the writing never stops", async () => {
  const { elsewhere } = await beside();
  asked = [];

  for (let i = 0; i * 1_000 <= LONGEST_MS; i++) {
    act(() => elsewhere(addNote(`note:1${i}`, { text: "uusi", order: `c${i}` })));
    await pass(1_000);
  }

  expect(asked.length).toBe(1);
});

it("says that there is no connection, keeps what it had, and asks again when told to", async () => {
  const { elsewhere } = await beside();
  isThere = false;
  act(() => elsewhere(addNote("note:9", { text: "uusi", order: "d" })));
  await pass(PAUSE_MS);
  expect(screen.getByRole("alert").textContent).toContain("Yhteys ei nyt toimi");
  expect(aside().textContent).toContain("1 kipupiste on ilman ideaa.");

  isThere = true;
  fireEvent.click(screen.getByRole("button", { name: "Yritä uudelleen" }));
  await pass(0);

  expect(screen.queryByRole("alert")).toBeNull();
});

it("gives way to the challenge, and the challenge to it", async () => {
  await beside();

  fireEvent.click(screen.getByRole("button", { name: "Haaste" }));
  expect(screen.queryByRole("complementary", { name: "Kartta kertoo" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Kartta kertoo" }));
  await pass(0);

  expect(screen.queryByRole("complementary", { name: "Haaste" })).toBeNull();
});

it("is closed by Escape, and asks no more", async () => {
  const { elsewhere } = await beside();
  asked = [];

  fireEvent.keyDown(aside(), { key: "Escape" });
  act(() => elsewhere(addNote("note:9", { text: "uusi", order: "d" })));
  await pass(LONGEST_MS);

  expect(screen.queryByRole("complementary")).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Kartta kertoo" }));
  expect(asked).toEqual([]);
});
