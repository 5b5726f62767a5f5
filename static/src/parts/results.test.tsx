import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";

import type { Ballot } from "../board/items";
import { App } from "../views/App";
import { fetchView } from "../views/views";
import { resultsOf } from "../board/results";
import { show } from "./makers";
import { notesAsText } from "./text-file";

await Promise.all([fetchView("map"), fetchView("list")]);

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next)); // what was to be done after the last drawing
});

const NOW = new Date("2026-11-24T07:00:00Z");
const NOTES = ["Jono on pitkä", "Lomake on vaikea\nja pitkä", "Ohje puuttuu", "Neuvo on hyvä"];

/** Chloé opens a ballot and three people vote. */
function voted(more: Partial<Ballot> = {}) {
  const setting = show(<App />, { notes: NOTES });
  const { elsewhere } = setting;
  const ballot = { ballot: "ballot:1", title: "Mikä ensin?", each: 2, per_note: 1, over: "notes" as const };
  act(() => {
    elsewhere({ type: "cluster.add", cluster: "cluster:1", title: "Lomakkeet", notes: ["note:1"] });
    elsewhere({ type: "ballot.open", ...ballot });
  });
  const ended: Ballot = {
    ...ballot,
    id: "ballot:1",
    open: false,
    sums: { "note:2": 1, "note:1": 2, "note:0": 2, "note:gone": 4 },
    voters: 6,
    secret: true,
    ...more,
  };
  act(() => {
    const seq = setting.store.confirmed.value.seq + 1;
    setting.store.receive([{ seq, by: "system", op: "x", at: "", changes: [{ id: ended.id, set: ended }] }]);
  });
  return { ...setting, ended };
}

describe("after a ballot", () => {
  it("those with as many votes share a rank, and the next one counts them all", () => {
    const { store, ended } = voted();

    const results = resultsOf(ended, store.items.value, ["note:0", "note:1", "note:2", "note:3"]);

    expect(results.map(({ item, rank, votes, isTied }) => [item.id, rank, votes, isTied])).toEqual([
      ["note:0", 1, 2, true],
      ["note:1", 1, 2, true],
      ["note:2", 3, 1, false],
    ]);
  });

  it("the notes are read in that order, and each leads to its place", async () => {
    voted();

    fireEvent.click(await screen.findByRole("button", { name: "Tulokset" }));
    const panel = await screen.findByRole("dialog", { name: "Tulokset" });
    const places = within(panel).getAllByRole("listitem");

    expect(places.map((each) => each.querySelector(".rank .unseen")?.textContent)).toEqual([
      "Jaettu 1. sija",
      "Jaettu 1. sija",
      "3. sija",
    ]);
    fireEvent.click(within(panel).getByRole("button", { name: /Ohje puuttuu/ }));
    await waitFor(() => expect(document.activeElement?.textContent).toContain("Ohje puuttuu"));
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

it("a result that was brought says so", async () => {
  voted({ brought: true });

  fireEvent.click(await screen.findByRole("button", { name: "Tulokset" }));
  const panel = await screen.findByRole("dialog", { name: "Tulokset" });

  expect(within(panel).getByText(/6 äänesti/).textContent).toContain("Tuotu toiselta taululta");
});

describe("all notes as text", () => {
  it("stand by place and theme, with their votes", () => {
    const { desk } = voted();

    const text = notesAsText(desk, NOW);

    expect(text.split("\n").slice(0, 1)).toEqual(["Polku"]);
    expect(text).toContain("24. marraskuuta 2026");
    expect(text).toContain(
      [
        "Haku · Kipu",
        "-----------",
        "- Jono on pitkä (2 ääntä)",
        "- Ohje puuttuu (1 ääni)",
        "- Neuvo on hyvä",
        "Teema: Lomakkeet",
        "  - Lomake on vaikea",
        "    ja pitkä (2 ääntä)",
      ].join("\n"),
    );
    expect(text).not.toContain("Esimerkkiaineisto");
    expect(text).not.toContain("chloe");
  });

  it("say so where all is invented, and where there is nothing", () => {
    const { desk } = show(<App />);
    const invented = { ...desk, boot: { ...desk.boot, workshop: { ...desk.boot.workshop, example: true } } };

    expect(notesAsText(invented, NOW)).toMatch(/Esimerkkiaineisto, keksitty\n\nEi lappuja\n$/);
  });
});
