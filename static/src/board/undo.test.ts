// @vitest-environment node

import { expect, test } from "vitest";

import { addNote, AINO, BJORN, FakeLog, makeStore, plain, settle } from "./makers";
import type { Items } from "./items";
import type { Wish } from "./operations";
import type { Store } from "./store";

/** A board where something of every noun is there to be acted on. */
function setting(): { log: FakeLog; store: Store } {
  const log = new FakeLog();
  const store = makeStore(log);
  const before: readonly Wish[] = [
    addNote("note:1", { text: "yksi", fields: { severity: 2 } }),
    addNote("note:2", { order: "a1" }),
    addNote("note:3", { order: "a2" }),
    { type: "link.add", link: "link:1", from: "note:1", to: "note:2", kind: "information" },
    { type: "cluster.add", cluster: "cluster:1", title: "Sama", notes: ["note:1", "note:2"] },
    { type: "cluster.add", cluster: "cluster:3", title: "Yksin", notes: ["note:3"] },
    { type: "ballot.open", ballot: "ballot:1", title: "Tärkein", each: 3, per_note: 2, over: "notes" },
    { type: "vote.cast", vote: "vote:1", ballot: "ballot:1", note: "note:1" },
  ];
  store.act(before);
  settle(log, store);
  return { log, store: makeStore(log) };
}

/** Without what can only be named anew: a vote given again has an id of its own. */
function seen(items: Items): unknown {
  const votes = Object.values(plain(items)).filter(({ id }) => id.startsWith("vote:"));
  const others = Object.values(plain(items)).filter(({ id }) => !id.startsWith("vote:"));
  return { others, votes: votes.map(({ note }) => note).toSorted() };
}

const ACTS: readonly Wish[] = [
  addNote("note:new", { order: "a5" }),
  { type: "note.write", note: "note:1", was: "yksi", text: "yksi ja kaksi" },
  { type: "note.move", note: "note:1", zone: "zone:grid", x: 10, y: 20 },
  { type: "note.set", note: "note:1", fields: { severity: 5, frequency: 1 } },
  { type: "note.set", note: "note:1", fields: { severity: null } },
  { type: "note.set", note: "note:1", fields: { kind: "step", lang: "sv" } },
  { type: "note.tie", note: "note:1", fields: { entity: "entity:kela", about: ["entity:prh"] } },
  { type: "note.remove", note: "note:1" },
  { type: "link.add", link: "link:2", from: "note:2", to: "note:3", kind: "data", label: "tieto" },
  { type: "link.set", link: "link:1", fields: { label: "liitos", state: "broken" } },
  { type: "link.remove", link: "link:1" },
  { type: "cluster.add", cluster: "cluster:2", title: "Toinen", notes: ["note:2", "note:3"] },
  { type: "cluster.set", cluster: "cluster:1", fields: { title: "Muu", notes: ["note:1"] } },
  { type: "cluster.split", cluster: "cluster:1", into: "cluster:4", title: "Osa", notes: ["note:2"] },
  { type: "cluster.merge", cluster: "cluster:1", clusters: ["cluster:3"], title: "Yksi" },
  { type: "cluster.remove", cluster: "cluster:1" },
  { type: "zone.add", zone: "zone:new", title: "Päätös", axis: "phase", after: "zone:apply" },
  { type: "zone.set", zone: "zone:apply", fields: { title: "Hakemus", hint: "vihje" } },
  { type: "zone.move", zone: "zone:wait", after: null },
  { type: "zone.remove", zone: "zone:pain" },
  { type: "vote.cast", vote: "vote:2", ballot: "ballot:1", note: "note:2" },
  { type: "vote.withdraw", vote: "vote:1" },
];

const CASES = ACTS.map((act) => [act.type, act] as const);

test.each(CASES)("%s is taken back, done again and taken back again", (_type, act) => {
  const { log, store } = setting();
  const before = seen(store.items.value);

  store.act(act, { undo: "sen" });
  const done = seen(store.items.value);
  settle(log, store);
  expect(seen(store.items.value)).toEqual(done);
  expect(done).not.toEqual(before);
  expect(store.canUndo.value).toBe("sen");

  store.undo();
  expect(seen(store.items.value)).toEqual(before);
  settle(log, store);
  expect(seen(store.items.value)).toEqual(before);
  expect([store.canUndo.value, store.canRedo.value]).toEqual([null, "sen"]);

  store.redo();
  settle(log, store);
  expect(seen(store.items.value)).toEqual(done);

  store.undo();
  settle(log, store);
  expect(seen(store.items.value)).toEqual(before);
  expect(seen(makeStore(log).items.value)).toEqual(before);
});

test("undoing an add removes, redoing it restores: the same note, not another", () => {
  const { log, store } = setting();
  store.act(addNote("note:new"));
  settle(log, store);

  store.undo();
  const undone = store.pending.value.map(({ type }) => type);
  settle(log, store);
  store.redo();
  const redone = store.pending.value.map(({ type }) => type);

  expect([undone, redone]).toEqual([["note.remove"], ["note.restore"]]);
  expect(store.items.value.has("note:new")).toBe(true);
});

test("several operations of one act are taken back in one go, the last first", () => {
  const { log, store } = setting();

  store.act(
    [
      { type: "note.move", note: "note:1", zone: "zone:core", order: "a0" },
      { type: "note.move", note: "note:1", zone: "zone:unplaced", order: "a0" },
    ],
    { undo: "siirto" },
  );
  settle(log, store);
  store.undo();

  expect(store.items.value.get("note:1")?.zone).toBe("zone:apply/pain");
  expect(store.canUndo.value).toBeNull();
});

test("a text typed in several goes is one act", () => {
  const { store } = setting();
  const join = "write:note:1";

  store.act({ type: "note.write", note: "note:1", was: "yksi", text: "yksi k" }, { undo: "teksti", join });
  store.act({ type: "note.write", note: "note:1", was: "yksi k", text: "yksi kk" }, { undo: "teksti", join });
  store.undo();

  expect(store.items.value.get("note:1")?.text).toBe("yksi");
});

test("undoing a text asks for my change to be taken out, so that what another wrote since can stay", () => {
  const { log, store } = setting();
  store.act({ type: "note.write", note: "note:1", was: "yksi", text: "yksi kaksi" });
  settle(log, store);
  const theirs = { id: "b", type: "note.write", note: "note:1", was: "yksi kaksi", text: "yksi kaksi!" } as const;
  store.receive([log.decide(AINO, theirs)]);

  store.undo();

  expect(store.pending.value).toMatchObject([{ type: "note.write", was: "yksi kaksi", text: "yksi" }]);
});

test("only my own acts can be undone, and neither a mode nor a ballot", () => {
  const log = new FakeLog();
  const store = makeStore(log);
  store.receive([log.decide(AINO, { id: "b", ...addNote("note:1") } as never)]);

  store.act({ type: "mode.set", mode: "look" });
  store.act({ type: "ballot.open", ballot: "ballot:1", title: "T", each: 1, per_note: 1, over: "notes" });

  expect(store.canUndo.value).toBeNull();
});

test("what was refused cannot be undone, and a new act ends what could be redone", () => {
  const { log, store } = setting();
  store.act(addNote("note:a"), { undo: "a" });
  store.act(addNote("note:b"), { undo: "b" });
  const [, second] = store.pending.value;

  store.refuse([{ op: second?.id ?? "", code: "board.full", message: "Täynnä." }]);
  expect(store.canUndo.value).toBe("a");

  store.undo();
  settle(log, store);
  expect(store.canRedo.value).toBe("a");
  store.act(addNote("note:c"), { undo: "c" });
  expect([store.canUndo.value, store.canRedo.value]).toEqual(["c", null]);
});

test("a note goes back to Not placed if the place that it came from is gone", () => {
  const { log, store } = setting();
  store.receive([log.decide(BJORN, { id: "z", type: "zone.remove", zone: "zone:pain" })]);

  store.act({ type: "note.move", note: "note:1", zone: "zone:core", order: "a0" });
  store.undo();

  expect(store.items.value.get("note:1")).toMatchObject({ zone: "zone:unplaced", order: "a0" });
});
