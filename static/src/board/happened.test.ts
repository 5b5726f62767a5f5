// @vitest-environment node

/** Putting back what an act changed, as ordinary operations. */

import { expect, test } from "vitest";

import { wayBack } from "./happened";
import type { ActTold, ChangeTold } from "./happened";
import { addNote, FakeLog, makeStore, settle } from "./makers";
import type { Wish } from "./operations";

const ZONE = "zone:apply/pain";

function act(...changes: readonly ChangeTold[]): ActTold {
  return { seq: 9, op: "o", at: "2026-11-21T09:14:03.120Z", changes };
}

function board(...wishes: readonly Wish[]) {
  const log = new FakeLog();
  const store = makeStore(log);
  wishes.forEach((wish) => store.act(wish));
  settle(log, store);
  return store;
}

test("a moved note goes back to where it was, an old text returns, a removed note too", () => {
  const store = board(addNote("note:1", { text: "Uusi", zone: "zone:grid", x: 1, y: 2 }));
  const item = { kind: "pain", text: "Uusi", zone: "zone:grid", x: 1, y: 2 };
  const happened = act({
    id: "note:1",
    did: "changed",
    item,
    was: { text: "Vanha", zone: ZONE, order: "a1", x: null, y: null },
  });

  expect(wayBack(happened, store.items.value)).toEqual([
    { type: "note.write", note: "note:1", was: "Uusi", text: "Vanha" },
    { type: "note.move", note: "note:1", zone: ZONE, order: "a1" },
  ]);
  const removed = act({ id: "note:gone", did: "removed", item });
  expect(wayBack(removed, store.items.value)).toEqual([{ type: "note.restore", note: "note:gone" }]);
});

test("a note whose place is no more goes to the notes not placed", () => {
  const store = board(addNote("note:1"), { type: "zone.remove", zone: "zone:wait" });
  const was = { zone: "zone:wait/pain" };
  const happened = act({ id: "note:1", did: "changed", item: { zone: ZONE, order: "a0" }, was });

  expect(wayBack(happened, store.items.value)).toMatchObject([{ type: "note.move", zone: "zone:unplaced" }]);
});

test("fields return one by one: what was added to them goes", () => {
  const store = board(addNote("note:1"));
  const item = { kind: "pain", fields: { severity: 5, quote: "miksi" } };
  const happened = act({ id: "note:1", did: "changed", item, was: { fields: { severity: 2 } } });

  expect(wayBack(happened, store.items.value)).toEqual([
    { type: "note.set", note: "note:1", fields: { severity: 2, quote: null } },
  ]);
});

test("a zone returns to its name and its place among its siblings", () => {
  const store = board({ type: "zone.move", zone: "zone:wait", after: null });
  const { order } = store.items.value.get("zone:wait") as { readonly order?: string };
  const item = { title: "Odotus", axis: "phase", order };
  const happened = act({ id: "zone:wait", did: "changed", item, was: { order: "a1", title: "Jono" } });

  expect(wayBack(happened, store.items.value)).toEqual([
    { type: "zone.set", zone: "zone:wait", fields: { title: "Jono" } },
    { type: "zone.move", zone: "zone:wait", after: "zone:apply" },
  ]);
  const removed = act({ id: "zone:gone", did: "removed", item });
  expect(wayBack(removed, store.items.value)).toEqual([{ type: "zone.restore", zone: "zone:gone" }]);
});

test("what was shown or asked cannot be put back; who may do what can", () => {
  const store = board();
  const mode = act({ id: "board", did: "changed", item: { mode: "open" }, was: { mode: "silent", silence: 4 } });
  const ballot = act({ id: "ballot:1", did: "added", item: { title: "?" } });
  const rights = act({ id: "board", did: "changed", item: {}, was: { rewritten_by: "authors" } });

  expect(wayBack(mode, store.items.value)).toEqual([]);
  expect(wayBack(ballot, store.items.value)).toEqual([]);
  expect(wayBack(rights, store.items.value)).toEqual([{ type: "board.set", fields: { rewritten_by: "authors" } }]);
});

test("what is so already is not put back again", () => {
  const store = board(addNote("note:1"));

  expect(wayBack(act({ id: "note:1", did: "removed", item: {} }), store.items.value)).toEqual([]);
  expect(wayBack(act({ id: "note:none", did: "added", item: {} }), store.items.value)).toEqual([]);
});
