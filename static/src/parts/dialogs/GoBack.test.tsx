/** *Palauta taulu tähän*: what will change is said first, and then it is one act of one's own. */

import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";

import { AINO } from "../../board/makers";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { show } from "../makers";

await Promise.all([fetchView("map"), fetchView("list")]);

const AT = "2026-11-21T09:14:03.120Z";
const NOTE = { kind: "pain", text: "Jono", zone: "zone:apply/pain", order: "a0" };
const ACTS = [
  { seq: 9, op: "b", at: AT, by: "p:bjorn", changes: [{ id: "note:1", did: "added", item: NOTE }] },
  { seq: 5, op: "a", at: AT, by: "p:bjorn", changes: [{ id: "note:0", did: "added", item: NOTE }] },
];

function answer(way: object | null) {
  const fetched = vi.fn<(url: string) => Promise<Response>>(async (url) => {
    if (url.endsWith("/acts")) return new Response(JSON.stringify({ seq: 9, acts: ACTS }));
    return way === null ? new Response("", { status: 503 }) : new Response(JSON.stringify(way));
  });
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

async function ask() {
  const shown = show(<App />, { you: AINO, notes: ["Jono", "Lupa"] });
  act(() => {
    shown.desk.dialog.value = { name: "acts" };
  });
  const button = await screen.findByRole("button", { name: /^Palauta taulu tähän: .*lisäsi lapun/ });
  fireEvent.click(button);
  return { ...shown, button, group: screen.getByRole("group", { name: "Palauta taulu tähän" }) };
}

afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await new Promise((next) => requestAnimationFrame(next)); // what was to be done after the last drawing
});

test("what will change is said by name, and nothing is done yet", async () => {
  const many = [0, 1, 2, 3, 4, 5].map((i) => ({ id: `note:r${i}`, will: "removed", item: { ...NOTE, text: `n${i}` } }));
  const changes = [
    { id: "note:0", will: "changed", item: NOTE },
    { id: "cluster:0", will: "restored", item: { title: "Odotus" } },
    ...many,
  ];
  const fetched = answer({ changes, ops: [{ id: "x", type: "note.remove", note: "note:0" }] });

  const { group, store } = await ask();

  await within(group).findByText("Muuttuu (1):");
  expect(
    within(group)
      .getAllByRole("listitem")
      .map((row) => row.textContent),
  ).toEqual(["Palaa (1): teema ”Odotus”", "Muuttuu (1): ”Jono”", "Poistuu (6): ”n0”, ”n1”, ”n2”, ”n3” ja 2 muuta"]);
  expect(fetched.mock.calls.at(-1)?.[0]).toMatch(/\/back\?seq=5$/);
  expect(document.activeElement).toBe(group);
  expect(store.pending.value).toEqual([]);
});

test("going back is one act, and one undo takes it back", async () => {
  const ops = [
    { id: "x", type: "note.remove", note: "note:0" },
    { id: "y", type: "note.write", note: "note:1", was: "Lupa", text: "Lupa viipyy" },
  ];
  answer({ changes: [{ id: "note:0", will: "removed", item: NOTE }], ops });
  const { group, store, settle, button } = await ask();

  fireEvent.click(await within(group).findByRole("button", { name: "Palauta taulu" }));
  act(settle);

  expect([store.items.value.has("note:0"), store.items.value.get("note:1")?.["text"]]).toEqual([false, "Lupa viipyy"]);
  expect(store.canUndo.value).toBe("taulun palautus");
  expect(document.activeElement).toBe(button);
  act(() => store.undo());
  act(settle);
  expect([store.items.value.has("note:0"), store.items.value.get("note:1")?.["text"]]).toEqual([true, "Lupa"]);
});

test("where nothing would change, or nothing can be fetched, there is only the way out", async () => {
  answer({ changes: [], ops: [] });
  const one = await ask();
  await within(one.group).findByText("Taulu on jo sellainen kuin silloin.");
  expect(within(one.group).queryByRole("button", { name: "Palauta taulu" })).toBeNull();
  fireEvent.click(within(one.group).getByRole("button", { name: "Peru" }));
  expect(document.activeElement).toBe(one.button);
  cleanup();

  answer(null);
  const other = await ask();
  await within(other.group).findByText("Muutoksia ei saatu haettua. Yritä uudelleen.");
  expect(within(other.group).queryByRole("button", { name: "Palauta taulu" })).toBeNull();
});

test("after the newest act there is nothing to go back from", async () => {
  answer({ changes: [], ops: [] });

  await ask();

  expect(screen.getAllByRole("button", { name: /^Palauta taulu tähän:/ })).toHaveLength(1);
});
