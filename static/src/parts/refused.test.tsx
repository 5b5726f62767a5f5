import { act, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { addNote } from "../board/makers";
import type { Wish } from "../board/operations";
import { App } from "../views/App";
import { fetchView } from "../views/views";
import { Closed } from "../views/Closed";
import { show } from "./makers";
import type { Setting } from "./makers";

await Promise.all([fetchView("map"), fetchView("list")]);

const GONE = { code: "item.gone", message: "Lappu on poistettu." };
const list = () => screen.getByRole("region", { name: "Nämä eivät päässeet perille" });
const press = (name: string) => fireEvent.click(within(list()).getByRole("button", { name }));

let removed: unknown[];

beforeEach(() => {
  removed = [];
  vi.stubGlobal("fetch", async () => ({ ok: true, json: async () => ({ items: removed }) }));
});

afterEach(() => vi.unstubAllGlobals());

/** Do these without a line; the server then refuses them all. */
function refuse({ store }: Setting, wishes: readonly Wish[], why = GONE): void {
  act(() => {
    store.act(wishes);
    store.refuse(store.pending.value.map(({ id }) => ({ op: id, ...why })));
  });
}

/** A text for a note that Chloé removed meanwhile. */
async function writeIntoGone(): Promise<Setting> {
  const setting = show(<App />, { view: "list", notes: ["Jono"] });
  const note = setting.store.items.value.get("note:0");
  removed = [note];
  act(() => setting.elsewhere({ type: "note.remove", note: "note:0" }));
  refuse(setting, [{ type: "note.write", note: "note:0", was: "Jono", text: "Jono on pitkä" }]);
  await waitFor(() => within(list()).getByRole("button", { name: "Palauta lappu" }));
  return setting;
}

it("F6: what was written into a note that is gone is seen, and the note comes back with it", async () => {
  const { store, settle } = await writeIntoGone();
  expect(list().textContent).toContain("Jono on pitkä");
  expect(within(list()).queryByRole("button", { name: "Yritä uudelleen" })).toBeNull();

  press("Palauta lappu");

  expect(store.pending.value.map(({ type }) => type)).toEqual(["note.restore", "note.write"]);
  act(settle);
  expect(store.items.value.get("note:0")).toMatchObject({ text: "Jono on pitkä" });
  expect(store.refusals.value).toEqual([]);
});

it("or it becomes a note of its own, where that one was", async () => {
  const { store } = await writeIntoGone();

  press("Lisää uutena lappuna");

  expect(store.pending.value).toMatchObject([
    { type: "note.add", kind: "pain", text: "Jono on pitkä", zone: "zone:apply/pain" },
  ]);
});

it("a refused move among many says whose it was, and leads there", async () => {
  const setting = show(<App />, { view: "list", notes: ["Jono", "Lomake", "Odotus", "Puhelu"] });
  const moves = [0, 1, 2, 3].map((i) => ({
    type: "note.move",
    note: `note:${i}`,
    zone: "zone:apply/pain",
    order: "b",
  }));
  refuse(setting, moves as readonly Wish[], { code: "mode.look", message: "Nyt katsotaan." });

  expect(list().textContent).toContain("Nyt katsotaan. Kyse on lapusta ”Lomake”.");
  fireEvent.click(within(list()).getAllByRole("button", { name: "Siirry lappuun" })[1] as HTMLElement);

  await waitFor(() => expect(document.activeElement?.getAttribute("data-note")).toBe("note:1"));
});

it("a refused move beside its note says no more than why; only whoever does not see where it stands hears whose", async () => {
  const setting = show(<App />, { view: "list", notes: ["Jono"] });
  const move = { type: "note.move", note: "note:0", zone: "zone:apply/pain", order: "b" };
  refuse(setting, [move] as readonly Wish[], { code: "mode.look", message: "Nyt katsotaan." });

  const strip = await waitFor(() => screen.getByText("Nyt katsotaan."));

  expect(strip.parentElement?.textContent).not.toContain("Kyse on lapusta");
  await waitFor(() => expect(document.body.textContent).toContain("Nyt katsotaan. Kyse on lapusta ”Jono”."));
});

it("after the end it goes as a note that arrived late", () => {
  const setting = show(<App />, { view: "list", notes: ["Jono"] });
  const ended = { ended: true, ended_at: new Date().toISOString() };
  act(() => {
    setting.elsewhere({ type: "board.set", fields: ended } as unknown as Wish, "system");
    setting.elsewhere({ type: "mode.set", mode: "look" }, "system");
  });
  refuse(setting, [{ type: "note.write", note: "note:0", was: "Jono", text: "Jono on pitkä" }]);

  fireEvent.click(screen.getByRole("button", { name: "Lähetä vastasaapuneena" }));

  expect(setting.store.pending.value).toMatchObject([{ type: "note.add", text: "Jono on pitkä" }]);
});

it("many are one list, to be copied or put away at once", () => {
  const setting = show(<App />, { view: "list" });
  const many = Array.from({ length: 5 }, (_, i) => addNote(`note:${i}`, { text: `Lappu ${i}` }));
  refuse(setting, many, { code: "mode.look", message: "Nyt katsotaan." });
  expect(within(list()).getByRole("heading").textContent).toBe("Nämä 5 eivät päässeet perille");
  expect(within(list()).getAllByText("Nyt katsotaan.")).toHaveLength(5);

  press("Hylkää kaikki");

  expect(setting.store.refusals.value).toEqual([]);
});

it("F18: what is of another past is offered, and sent as it was when its author says so", () => {
  const setting = show(<App />, { view: "list" });
  const { store, log } = setting;
  act(() => store.act([addNote("note:1"), addNote("note:2"), addNote("note:3"), addNote("note:4")]));
  const wished = store.pending.value;
  act(() => store.load({ ...log.state(), epoch: "e2" }));
  expect(list().textContent).toContain("Taulu on palautettu aiempaan");

  press("Lähetä kaikki");

  expect(store.pending.value).toEqual(wished);
});

it("where the board is closed, what did not arrive is still there", () => {
  const setting = show(<Closed />, { mode: "closed" });
  refuse(setting, [addNote("note:1", { text: "Jäi kesken" })], { code: "mode.closed", message: "Taulu on suljettu." });

  expect(list().textContent).toContain("Jäi kesken");
  expect(within(list()).getByRole("button", { name: "Kopioi teksti" })).toBeTruthy();
});
