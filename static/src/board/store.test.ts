// @vitest-environment node

import { expect, test } from "vitest";

import type { LogEvent } from "./events";
import { addNote, AINO, BJORN, FakeLog, makeBoot, makeStore, plain, settle } from "./makers";
import type { Operation } from "./operations";
import { createStore } from "./store";

test("what I do is seen at once, waits, and is confirmed by its own event", () => {
  const log = new FakeLog();
  const store = makeStore(log);

  store.act(addNote("note:1", { text: "Sama tieto" }));
  expect(store.items.value.get("note:1")).toMatchObject({ text: "Sama tieto", author: BJORN });
  expect(store.confirmed.value.items.has("note:1")).toBe(false);
  expect([...store.waiting.value]).toEqual(["note:1"]);
  expect(store.mark.value).toEqual({ state: "saving", kept: 0, loose: 1 });

  settle(log, store);
  expect(store.confirmed.value.items.has("note:1")).toBe(true);
  expect(store.pending.value).toEqual([]);
  expect(store.mark.value).toEqual({ state: "saved", kept: 0, loose: 0 });
});

test("an event that shows nothing is counted, and nothing else", () => {
  const log = new FakeLog();
  const store = makeStore(log);
  const before = plain(store.items.value);

  const gap = store.receive([{ seq: 2 }, { seq: 3 }]);

  expect(gap).toBe(false);
  expect(store.confirmed.value.seq).toBe(3);
  expect(plain(store.items.value)).toEqual(before);
});

test("repeats are dropped, and what is ahead says that something is missing", () => {
  const log = new FakeLog();
  const store = makeStore(log);
  const [first, second, third] = ["note:1", "note:2", "note:3"].map((note, i) =>
    log.decide(AINO, { id: `${i}`, ...addNote(note) } as never),
  ) as [LogEvent, LogEvent, LogEvent];

  expect(store.receive([first, first])).toBe(false);
  expect(store.receive([third])).toBe(true);
  expect(store.items.value.has("note:3")).toBe(false);
  expect(store.receive([first, second, third])).toBe(false);
  expect(store.confirmed.value.seq).toBe(4);
});

test("a repeat of my own event settles what waited through a fetched state", () => {
  const log = new FakeLog();
  const store = makeStore(log);
  store.act(addNote("note:1"));
  const [mine] = store.pending.value;
  if (!mine) throw new Error("nothing pending");
  const event = log.decide(BJORN, mine);
  log.decide(AINO, { id: "x", type: "note.write", note: "note:1", was: "note:1", text: "toisin" });

  store.load(log.state());
  expect(store.items.value.get("note:1")?.text).toBe("toisin");
  expect(store.mark.value.state).toBe("saving");
  store.receive([event]);

  expect(store.pending.value).toEqual([]);
  expect(store.items.value.get("note:1")?.text).toBe("toisin");
});

test("another person's event with the id of my operation does not settle it", () => {
  const log = new FakeLog();
  const store = makeStore(log);
  store.act(addNote("note:1"));
  const [mine] = store.pending.value;
  if (!mine) throw new Error("nothing pending");

  store.receive([log.decide(AINO, { ...mine, ...addNote("note:2") } as never)]);

  expect(store.pending.value).toEqual([mine]);
});

test("a refusal takes the guess back and keeps what was written", () => {
  const log = new FakeLog();
  const store = makeStore(log);
  store.act(addNote("note:1", { text: "Ei saa kadota" }));
  const [mine] = store.pending.value;
  const answer = { op: mine?.id ?? "", code: "mode.look", message: "Nyt vain katsellaan." };

  store.refuse([answer, answer]);
  store.refuse([answer]);

  expect(store.items.value.has("note:1")).toBe(false);
  expect(store.refusals.value).toEqual([{ ...answer, operation: mine }]);
  expect(store.refusals.value[0]?.operation).toMatchObject({ text: "Ei saa kadota" });
});

test("what was refused can be tried again as a new operation, or put away", () => {
  const log = new FakeLog();
  const store = makeStore(log);
  store.act(addNote("note:1"));
  store.act(addNote("note:2"));
  const refused = store.pending.value.map(({ id }) => ({ op: id, code: "mode.look", message: "" }));
  store.refuse(refused);

  store.again(refused[0]?.op ?? "");
  store.dismiss(refused[1]?.op ?? "");

  expect(store.refusals.value).toEqual([]);
  expect(store.pending.value).toMatchObject([{ type: "note.add", note: "note:1" }]);
  expect(store.pending.value[0]?.id).not.toBe(refused[0]?.op);
});

test("in silence my own note is marked as mine alone until it is shown to all", () => {
  const log = new FakeLog("silent");
  const store = makeStore(log);
  store.act(addNote("note:1"));
  expect(store.items.value.get("note:1")?.private).toBe(true);

  settle(log, store);
  const reveal = { id: "board", set: { mode: "open" } };
  store.receive([
    {
      seq: log.seq + 1,
      op: "r",
      by: AINO,
      at: "2026-11-21T09:14:03.120Z",
      changes: [reveal, { id: "note:1", set: { private: null } }],
    },
  ]);

  expect(store.items.value.get("note:1")?.private).toBeUndefined();
  expect(store.mode.value).toBe("open");
});

test("a text guess lies over what others do to the same note elsewhere", () => {
  const log = new FakeLog();
  const store = makeStore(log);
  store.act(addNote("note:1"));
  settle(log, store);

  store.act({ type: "note.write", note: "note:1", was: "note:1", text: "minun" });
  store.receive([
    log.decide(AINO, { id: "m", type: "note.move", note: "note:1", zone: "zone:grid", x: 1, y: 2 }),
    log.decide(AINO, { id: "w", type: "note.write", note: "note:1", was: "note:1", text: "toisen" }),
  ]);

  expect(store.items.value.get("note:1")).toMatchObject({ text: "minun", zone: "zone:grid", x: 1, y: 2 });
  expect(store.items.value.get("note:1")?.order).toBeUndefined();
});

test("a guess about what another has removed shows nothing", () => {
  const log = new FakeLog();
  const store = makeStore(log);
  store.act(addNote("note:1"));
  settle(log, store);

  store.act({ type: "note.write", note: "note:1", was: "note:1", text: "minun" });
  store.receive([log.decide(AINO, { id: "r", type: "note.remove", note: "note:1" })]);

  expect(store.items.value.has("note:1")).toBe(false);
  expect(store.pending.value).toHaveLength(1);
});

test("the mark says offline when the line is down, and how much is kept here", () => {
  const store = createStore(makeBoot(BJORN));
  expect(store.mark.value).toEqual({ state: "saved", kept: 0, loose: 0 });
  expect(store.ready.value).toBe(false);

  store.act(addNote("note:1"));
  store.setLine("closed");
  expect(store.mark.value).toEqual({ state: "offline", kept: 0, loose: 1 });

  store.setLine("turned away", { code: "seat.ended", message: "Istunto on päättynyt." });
  expect(store.turnedAway.value?.code).toBe("seat.ended");
  store.setLine("open");
  expect(store.turnedAway.value).toBeNull();
});

test("F18: what was wished in another past is offered to its author, not sent, and goes as it was if they say so", () => {
  const log = new FakeLog();
  const store = makeStore(log);
  store.act(addNote("note:1"));
  const [mine] = store.pending.value;

  store.load({ ...log.state(), epoch: "e2" });

  expect(store.canUndo.value).toBeNull();
  expect(store.pending.value).toEqual([]);
  expect(store.refusals.value).toEqual([{ op: mine?.id, code: "past.other", message: "", operation: mine }]);
  store.again(mine?.id ?? "");
  store.load({ ...log.state(), epoch: "e2" });
  expect(store.pending.value).toEqual([mine]);
  expect(store.refusals.value).toEqual([]);
});

test("where a text was emptied for good, what waits goes on waiting: the past is the same", () => {
  const log = new FakeLog();
  log.epoch = "0123456789abcdef0000000000000000";
  const store = makeStore(log);
  store.act(addNote("note:1"));

  store.load({ ...log.state(), epoch: "0123456789abcdef1111111111111111" });

  expect(store.canUndo.value).toBeNull();
  expect(store.pending.value).toHaveLength(1);
});

test("what an earlier page kept is taken up: what waits, what was refused, and what is of another past", () => {
  const log = new FakeLog();
  const store = createStore(makeBoot(BJORN));
  const kept = (number: number, more: object = {}) => ({
    at: number,
    epoch: "e1",
    operation: { ...addNote(`note:${number}`), id: `op:${number}` } as Operation,
    ...more,
  });
  const refused = { code: "mode.look", message: "Nyt katsotaan." };

  store.takeUp([kept(1), kept(2, { refused }), kept(3, { epoch: "e0" })]);
  store.load(log.state());

  expect(store.pending.value.map(({ id }) => id)).toEqual(["op:1"]);
  expect(store.items.value.has("note:1")).toBe(true);
  expect(store.refusals.value.map(({ op, code }) => [op, code])).toEqual([
    ["op:2", "mode.look"],
    ["op:3", "past.other"],
  ]);
});

test("a refusal goes when the same has been done after all, sent by another tab", () => {
  const log = new FakeLog();
  const store = makeStore(log);
  store.act(addNote("note:1"));
  const [mine] = store.pending.value as [Operation];
  store.refuse([{ op: mine.id, code: "mode.look", message: "Nyt katsotaan." }]);

  store.receive([log.decide(BJORN, mine)]);

  expect(store.refusals.value).toEqual([]);
  expect(store.items.value.has("note:1")).toBe(true);
});

test("nothing is called kept before the device has it, and what it does not take is said", () => {
  const store = makeStore(new FakeLog());
  store.act([addNote("note:1"), addNote("note:2")]);
  const [first, second] = store.pending.value.map(({ id }) => id) as [string, string];
  store.setLine("closed");
  const shelved = (kept: string[], loose: string[]) =>
    store.shelved({ kept: new Set(kept), loose: new Set(loose), isAble: true });

  shelved([first], []);
  expect(store.mark.value.state).toBe("saving");
  expect(store.sendable.value.map(({ id }) => id)).toEqual([first]);
  shelved([], [second]);
  expect(store.sendable.value).toEqual([]);
  shelved([first], [second]);
  expect(store.mark.value).toEqual({ state: "offline", kept: 1, loose: 1 });
  shelved([first, second], []);
  expect(store.mark.value).toEqual({ state: "offline", kept: 2, loose: 0 });
});

test("who is here: the latest wins, null has left, and names are kept", () => {
  const log = new FakeLog();
  const store = makeStore(log);

  store.presence({ [AINO]: { zone: "zone:core" }, [BJORN]: {} });
  store.presence({ [AINO]: { writing: "note:1" }, [BJORN]: null });
  store.meet([{ id: AINO, name: "Aino K." }]);

  expect([...store.here.value]).toEqual([[AINO, { writing: "note:1" }]]);
  expect(store.people.value.get(AINO)?.name).toBe("Aino K.");
});

test("a new phase has its cells at once, so that a note can go there", () => {
  const store = makeStore(new FakeLog());

  store.act({ type: "zone.add", zone: "zone:new", title: "Päätös", axis: "phase" });
  store.act(addNote("note:1", { zone: "zone:new/pain" }));

  expect(store.items.value.get("zone:new/pain")).toMatchObject({
    phase: "zone:new",
    lane: "zone:pain",
    accepts: ["pain"],
  });
  expect(store.items.value.has("note:1")).toBe(true);
});
