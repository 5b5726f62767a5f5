/** What is offered where a board leaves rewriting to authors. */

import { cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";

import { addNote, AINO } from "../board/makers";
import { App } from "../views/App";
import { fetchView } from "../views/views";
import { show } from "./makers";

await Promise.all([fetchView("map"), fetchView("list")]);

const BY_AUTHORS = { view: "list", rewritten_by: "authors", notes: ["Lupa viipyy"] } as const;

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next)); // what was to be done after the last drawing
});

async function actsOf(text: string): Promise<readonly string[]> {
  fireEvent.click(await screen.findByText(text));
  const acts = within(await screen.findByRole("group", { name: "Lapun toiminnot" })).getAllByRole("button");
  return acts.map((act) => act.textContent);
}

test("another's note may be moved and gathered, not rewritten or removed", async () => {
  const { desk } = show(<App />, BY_AUTHORS);

  expect(await actsOf("Lupa viipyy")).toEqual(["Siirrä…", "Teemaksi…", "Kommentit", "Monista"]);
  const face = screen.getByText("Lupa viipyy").closest<HTMLElement>("[data-note]");
  for (const key of ["Enter", "Delete", "i"]) fireEvent.keyDown(face ?? document.body, { key });
  expect([desk.writing.value, desk.dialog.value, desk.store.pending.value]).toEqual([null, null, []]);
});

test("a note that the method gave says so, and offers nothing to anybody", async () => {
  const { log, store } = show(<App />, { you: AINO });
  const given = { kind: "pain", text: "Taidot kaikille", zone: "zone:apply/pain", order: "a0", author: "system" };
  const changes = [{ id: "note:given-1", set: { ...given, fixed: true } }];
  store.receive([
    {
      seq: log.seq + 1,
      op: "00000000-0000-7000-9000-0000000000ff",
      by: "system",
      at: "2026-11-21T09:14:03.120Z",
      changes,
    },
  ]);

  const card = await screen.findByText("Taidot kaikille");
  fireEvent.click(card);

  expect(screen.getByText("Kuuluu menetelmään")).toBeTruthy();
  expect(screen.queryByRole("group", { name: "Lapun toiminnot" })).toBeNull();
});

test("one's own note, and any in the hands of those who lead, keeps all its acts", async () => {
  const { store, settle } = show(<App />, BY_AUTHORS);
  store.act(addNote("note:mine", { text: "Minun", order: "a5" }));
  settle();

  expect(await actsOf("Minun")).toContain("Poista");

  show(<App />, { ...BY_AUTHORS, you: AINO });
  expect(await actsOf("Lupa viipyy")).toContain("Kirjoita");
});

test("the facilitator's switch opens rewriting to all", async () => {
  const { desk, store, settle, elsewhere } = show(<App />, { ...BY_AUTHORS, you: AINO });
  desk.dialog.value = { name: "control" };

  fireEvent.click(await screen.findByLabelText("Kaikki saavat muuttaa ja poistaa toistensa lappuja"));

  expect(store.pending.value).toMatchObject([{ type: "board.set", fields: { rewritten_by: "everybody" } }]);
  settle();
  elsewhere({ type: "board.set", fields: { rewritten_by: "authors" } }, AINO);
  expect(desk.board.value?.rewritten_by).toBe("authors");
});
