/** *Mitä tapahtui*: told in words, put back by a button, and still while others go on. */

import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";

import { AINO, addNote } from "../../board/makers";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { show } from "../makers";

await Promise.all([fetchView("map"), fetchView("list")]);

const AT = "2026-11-21T09:14:03.120Z";
const NOTE = { id: "note:0", item: { kind: "pain", text: "Jono", zone: "zone:core", order: "a0" } };

function answer(...acts: readonly object[]) {
  const body = { seq: 2, acts: acts.map((each, i) => ({ seq: 2 - i, op: `${i}`, at: AT, ...each })) };
  const fetched = vi.fn<() => Promise<Response>>(async () => new Response(JSON.stringify(body)));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await new Promise((next) => requestAnimationFrame(next)); // what was to be done after the last drawing
});

test("each act is said in words with who did it, as far as the board shows", async () => {
  answer(
    { by: "p:bjorn", changes: [{ ...NOTE, did: "changed", was: { zone: "zone:apply/pain" } }] },
    {
      by: "system",
      changes: [{ id: "board", did: "changed", item: { mode: "open" }, was: { mode: "silent" } }],
      shown: 23,
    },
    { changes: [{ ...NOTE, did: "changed", was: { text: "Vanha" } }] },
  );
  const { desk } = show(<App />, { you: AINO, notes: ["Jono"] });
  act(() => {
    desk.dialog.value = { name: "acts" };
  });

  const rows = await screen.findAllByText((_, node) => node?.matches(".acts li > p") === true);
  expect(rows.map((row) => row.textContent)).toEqual([
    "p:bjorn siirsi lapun ”Jono” kohtaan Ydin",
    "Ohjelma vaihtoi työskentelytavan: Kaikki kirjoittavat ja järjestelevät. 23 lappua näytettiin kaikille.",
    "Joku muutti lapun tekstin ”Vanha” tekstiksi ”Jono”",
  ]);
  expect(screen.getAllByRole("button", { name: /^Palauta:/ })).toHaveLength(2);
});

test("putting back is an ordinary act of one's own, and can be undone", async () => {
  answer({ by: "p:bjorn", changes: [{ ...NOTE, did: "removed" }] });
  const { desk, store, elsewhere, settle } = show(<App />, { you: AINO, notes: ["Jono"] });
  act(() => elsewhere({ type: "note.remove", note: "note:0" }));
  act(() => {
    desk.dialog.value = { name: "acts" };
  });

  fireEvent.click(await screen.findByRole("button", { name: "Palauta: poisti lapun ”Jono”" }));

  expect(store.pending.value).toMatchObject([{ type: "note.restore", note: "note:0" }]);
  act(settle);
  expect(store.items.value.has("note:0")).toBe(true);
  expect(screen.getByText("Palautettu")).toBeTruthy();
  expect(store.canUndo.value).toBe("palautus");
});

test("what others do meanwhile waits behind a button", async () => {
  const fetched = answer({ by: "p:bjorn", changes: [{ ...NOTE, did: "added" }] });
  const { desk, elsewhere } = show(<App />, { you: AINO, notes: ["Jono"] });
  act(() => {
    desk.dialog.value = { name: "acts" };
  });
  await screen.findByText(/lisäsi lapun/);
  expect(screen.queryByRole("button", { name: "Näytä uusimmat" })).toBeNull();

  act(() => elsewhere(addNote("note:new", { text: "Uusi", order: "a5" })));
  fireEvent.click(await screen.findByRole("button", { name: "Näytä uusimmat" }));

  expect(fetched).toHaveBeenCalledTimes(2);
});
