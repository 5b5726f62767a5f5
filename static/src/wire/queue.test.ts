// @vitest-environment node

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { addNote, FakeLog, makeStore, settle } from "../board/makers";
import type { Operation } from "../board/operations";
import type { Store } from "../board/store";
import { MOST_BYTES, MOST_OPERATIONS } from "./protocol";
import { firstFrame, PATIENCE_MS, Queue } from "./queue";

let log: FakeLog;
let store: Store;
let sent: (readonly Operation[])[];
let queue: Queue;

beforeEach(() => {
  vi.useFakeTimers();
  log = new FakeLog();
  store = makeStore(log);
  sent = [];
  queue = new Queue(store, (frame) => sent.push(frame));
});

afterEach(() => {
  queue.stop();
  vi.useRealTimers();
});

const notes = () => sent.map((frame) => frame.map((operation) => (operation as { note?: string }).note));

/** The log decides what is in these frames, and the store hears of it. */
function answer(...frames: readonly (readonly Operation[])[]): void {
  store.receive(frames.flat().map((operation) => log.decide(store.boot.you, operation)));
}

test("nothing is sent before the line is up, and everything goes when it is, in one frame", () => {
  store.act(addNote("note:1"));
  store.act(addNote("note:2"));
  expect(sent).toEqual([]);

  queue.open();

  expect(notes()).toEqual([["note:1", "note:2"]]);
});

test("one frame at a time: what is done meanwhile gathers for the next", () => {
  queue.open();
  store.act(addNote("note:1"));
  store.act(addNote("note:2"));
  store.act(addNote("note:3"));
  expect(notes()).toEqual([["note:1"]]);

  answer(...sent);

  expect(notes()).toEqual([["note:1"], ["note:2", "note:3"]]);
});

test("what is not answered in time is sent again as it was, and only that", () => {
  queue.open();
  store.act([addNote("note:1"), addNote("note:2")]);
  store.act(addNote("note:3"));
  const [first = [], ...none] = sent;
  expect(none).toEqual([]);
  answer(first.slice(0, 1));

  vi.advanceTimersByTime(PATIENCE_MS - 1);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(1);

  expect(sent[1]).toEqual(first.slice(1));
  expect(sent[1]?.[0]).toBe(first[1]);
});

test("after the line broke the same operations come first, with the same ids", () => {
  queue.open();
  store.act(addNote("note:1"));
  queue.close();
  store.act(addNote("note:2"));
  vi.advanceTimersByTime(10 * PATIENCE_MS);
  expect(sent).toHaveLength(1);

  queue.open();

  expect(sent[1]?.[0]).toBe(sent[0]?.[0]);
  expect(notes()[1]).toEqual(["note:1", "note:2"]);
});

test("an operation done twice by the network is one note", () => {
  queue.open();
  store.act(addNote("note:1"));
  vi.advanceTimersByTime(PATIENCE_MS);

  answer(...sent);

  expect(sent).toHaveLength(2);
  expect(log.events).toHaveLength(2);
  expect(store.pending.value).toEqual([]);
});

test("a refusal is an answer: the next frame goes", () => {
  queue.open();
  store.act(addNote("note:1"));
  store.act(addNote("note:2"));

  queue.refused([{ op: sent[0]?.[0]?.id ?? "", code: "board.full", message: "Täynnä." }]);

  expect(notes()).toEqual([["note:1"], ["note:2"]]);
  expect(store.refusals.value).toMatchObject([{ code: "board.full", operation: { note: "note:1" } }]);
});

test("slow.down keeps everything, rests, and sends the same again", () => {
  queue.open();
  store.act(addNote("note:1"));
  const op = sent[0]?.[0]?.id ?? "";

  queue.refused([{ op, code: "slow.down", message: "Hetki." }]);
  vi.advanceTimersByTime(400);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(700);

  expect(sent[1]).toEqual(sent[0]);
  expect(store.refusals.value).toEqual([]);
  expect(store.pending.value).toHaveLength(1);
});

test("each slow.down makes the rest longer, until something is accepted", () => {
  queue.open();
  store.act(addNote("note:1"));
  const op = sent[0]?.[0]?.id ?? "";
  for (let i = 0; i < 6; i += 1) {
    queue.refused([{ op, code: "slow.down", message: "" }]);
    vi.advanceTimersByTime(20_000);
  }
  const before = sent.length;

  queue.refused([{ op, code: "slow.down", message: "" }]);
  vi.advanceTimersByTime(7_900);
  expect(sent).toHaveLength(before);
  vi.advanceTimersByTime(8_200);

  expect(sent.length).toBeGreaterThan(before);
});

test("without room on the server everything is kept, and the same goes again soon, however long it lasts", () => {
  queue.open();
  store.act(addNote("note:1"));
  for (let i = 0; i < 8; i += 1) {
    queue.waitForRoom();
    vi.advanceTimersByTime(1_900);
    expect(sent).toHaveLength(i + 1);
    vi.advanceTimersByTime(2_200);
    expect(sent).toHaveLength(i + 2);
  }

  expect(sent.at(-1)).toEqual(sent[0]);
  expect(store.refusals.value).toEqual([]);
  answer(...sent.slice(0, 1));
  expect(store.pending.value).toEqual([]);
});

test("a frame is bounded in number and in bytes, and keeps the order", () => {
  for (let i = 0; i < 450; i += 1) store.act(addNote(`note:${i}`));
  queue.open();
  for (let i = 0; i < 2; i += 1) answer(sent.at(-1) ?? []);

  expect(sent.map((frame) => frame.length)).toEqual([MOST_OPERATIONS, MOST_OPERATIONS, 50]);
  expect(notes().flat()).toEqual(Array.from({ length: 450 }, (_, i) => `note:${i}`));

  const long = Array.from({ length: 30 }, (_, i) => ({
    id: `${i}`,
    ...addNote("note:x", { text: "ä".repeat(2_000) }),
  }));
  const frame = firstFrame(long as Operation[]);
  expect(new TextEncoder().encode(JSON.stringify(frame)).length).toBeLessThan(MOST_BYTES);
  expect(frame.length).toBeGreaterThan(10);
});

test("what could never be sent is refused here, with its text, and holds up nothing", () => {
  queue.open();
  store.act(addNote("note:1", { text: "ä".repeat(40_000) }));
  store.act(addNote("note:2"));

  expect(store.refusals.value).toMatchObject([{ code: "frame.too_large", operation: { note: "note:1" } }]);
  expect(notes()).toEqual([["note:2"]]);
});

test("a state that was fetched in between does not lose what waits", () => {
  queue.open();
  store.act(addNote("note:1"));
  log.decide(store.boot.you, sent[0]?.[0] as Operation);
  store.load(log.state());
  expect(store.pending.value).toHaveLength(1);

  queue.close();
  queue.open();
  settle(log, store);

  expect(store.mark.value.kept).toBe(0);
  expect(store.items.value.has("note:1")).toBe(true);
});
