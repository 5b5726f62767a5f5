// @vitest-environment node

import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { addNote, BJORN, CHLOE, FakeLog, makeBoot, makeStore, settle } from "../board/makers";
import type { KeptOperation } from "../board/operations";
import { createStore } from "../board/store";
import type { Store } from "../board/store";
import { eventually } from "../patience";
import type { Bell } from "./bell";
import { bellOf } from "./bell";
import { Keeper, SHELF_PATIENCE_MS } from "./keeping";
import { clearShelf, isOnShelf, KEPT_FOR_MS, Shelf, sweepShelf } from "./shelf";

let log: FakeLog;
let keepers: Keeper[];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  log = new FakeLog();
  keepers = [];
});

afterEach(() => {
  for (const keeper of keepers) keeper.stop();
  vi.useRealTimers();
});

interface Page {
  readonly store: Store;
  readonly shelf: Shelf;
}

/** A page of this person, which has read what is kept; its line is up if `isOpen`. */
async function page(you = BJORN, isOpen = true, bell: Bell | null = bellOf(you)): Promise<Page> {
  const store = isOpen ? makeStore(log, you) : createStore(makeBoot(you));
  const shelf = new Shelf("b:1", you);
  const keeper = new Keeper(store, shelf, "b:1", bell);
  keepers.push(keeper);
  await keeper.begun;
  return { store, shelf };
}

const notes = (store: Store) => store.pending.value.map((operation) => ("note" in operation ? operation.note : ""));
const until = (is: () => unknown) => eventually(async () => expect(await is()).toBeTruthy());
const isKept = ({ store }: Page) => store.mark.value.kept === store.pending.value.length;

/** A device that answers only when it is told to. */
function slowShelf() {
  const answers: ((isDone: boolean) => void)[] = [];
  const put: KeptOperation[][] = [];
  return {
    read: async () => [],
    change: (some: readonly KeptOperation[]) =>
      new Promise<void>((done, fail) => {
        put.push([...some]);
        answers.push((isDone) => (isDone ? done() : fail(new DOMException("full", "QuotaExceededError"))));
      }),
    put,
    answer: async (isDone: boolean) => {
      answers.shift()?.(isDone);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

test("F6: sixty edits without a line outlive the page, and the next one has them in order, with their ids", async () => {
  const before = await page();
  before.store.setLine("closed");
  for (let i = 0; i < 60; i += 1) before.store.act(addNote(`note:${i}`, { order: `a${i}` }));
  await until(() => isKept(before));
  expect(before.store.mark.value).toEqual({ state: "offline", kept: 60, loose: 0 });

  const after = await page(BJORN, false);
  expect(after.store.pending.value).toEqual(before.store.pending.value);
  after.store.load(log.state());
  settle(log, after.store);
  settle(log, before.store);

  expect(log.events).toHaveLength(61);
  await until(async () => (await after.shelf.read()).length === 0);
  expect((await page()).store.pending.value).toEqual([]);
});

test("what one person kept is not there for another, and no longer than a day", async () => {
  const bjorn = await page();
  bjorn.store.setLine("closed");
  bjorn.store.act(addNote("note:1"));
  await until(() => isKept(bjorn));

  expect((await page(CHLOE)).store.pending.value).toEqual([]);
  expect(await isOnShelf(CHLOE)).toBe(false);
  expect(await isOnShelf(BJORN)).toBe(true);

  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + KEPT_FOR_MS + 1_000 });
  expect(await bjorn.shelf.read()).toEqual([]);
  await sweepShelf();
  expect(await isOnShelf(BJORN)).toBe(false);
});

test("I7: nothing is kept, and nothing is sent, before the device has written it", async () => {
  vi.useFakeTimers();
  const store = makeStore(log);
  const shelf = slowShelf();
  keepers.push(new Keeper(store, shelf, "b:1"));
  store.setLine("closed");

  store.act(addNote("note:1"));
  expect([store.mark.value.state, store.sendable.value.length]).toEqual(["saving", 0]);
  store.act(addNote("note:2"));
  await shelf.answer(true);
  expect([store.mark.value.state, store.sendable.value.length]).toEqual(["saving", 1]);
  await shelf.answer(true);

  expect(store.mark.value).toEqual({ state: "offline", kept: 2, loose: 0 });
  expect(store.sendable.value).toHaveLength(2);
  expect(shelf.put.map((some) => some.length)).toEqual([1, 1]);
});

test("F24: a device that is full is said to be, holds up nothing, and is tried again", async () => {
  vi.useFakeTimers();
  const store = makeStore(log);
  const shelf = slowShelf();
  keepers.push(new Keeper(store, shelf, "b:1"));
  store.setLine("closed");

  store.act(addNote("note:1"));
  await shelf.answer(false);
  expect(store.mark.value).toEqual({ state: "offline", kept: 0, loose: 1 });
  expect(store.sendable.value).toHaveLength(1);
  expect(store.keeping.value?.isAble).toBe(false);

  store.act(addNote("note:2"));
  expect(store.mark.value.loose).toBe(2);
  await shelf.answer(true);
  expect(store.mark.value).toEqual({ state: "offline", kept: 2, loose: 0 });
});

test("F24: a device that never answers is not waited for", async () => {
  vi.useFakeTimers();
  const store = makeStore(log);
  keepers.push(new Keeper(store, slowShelf(), "b:1"));
  store.act(addNote("note:1"));
  expect(store.sendable.value).toEqual([]);

  await vi.advanceTimersByTimeAsync(SHELF_PATIENCE_MS);

  expect(store.sendable.value).toHaveLength(1);
  store.setLine("closed");
  expect(store.mark.value).toEqual({ state: "offline", kept: 0, loose: 1 });
});

test("F24: where the browser forbids it nothing breaks, and memory holds", async () => {
  globalThis.indexedDB = {
    open: () => {
      throw new DOMException("forbidden", "SecurityError");
    },
  } as unknown as IDBFactory;
  const { store } = await page();
  store.setLine("closed");

  store.act(addNote("note:1"));

  await until(() => store.mark.value.loose === 1);
  expect(store.items.value.has("note:1")).toBe(true);
});

test("F24: two tabs of one person show each act once while they are alone, and send what the other left", async () => {
  const one = await page();
  const two = await page();
  for (const { store } of [one, two]) store.setLine("closed");

  one.store.act(addNote("note:1"));
  two.store.act(addNote("note:2"));

  await until(() => notes(one.store).length === 2 && notes(two.store).length === 2);
  expect(notes(one.store).toSorted()).toEqual(["note:1", "note:2"]);
  expect(two.store.items.value.has("note:1")).toBe(true);
  settle(log, one.store);
  settle(log, two.store);
  expect(log.events).toHaveLength(3);
  await until(async () => (await one.shelf.read()).length === 0);
});

test("without a bell between them, what another tab left is taken up when the line is back", async () => {
  const one = await page(BJORN, true, null);
  const two = await page(BJORN, true, null);
  for (const { store } of [one, two]) store.setLine("closed");
  one.store.act(addNote("note:1"));
  await until(() => isKept(one));
  keepers[0]?.stop();
  expect(two.store.pending.value).toEqual([]);

  two.store.setLine("open");

  await until(() => notes(two.store).includes("note:1"));
});

test("what was refused is told again on the next page, until its author has put it away in either tab", async () => {
  const one = await page();
  one.store.act(addNote("note:1"));
  const [mine] = one.store.pending.value;
  one.store.refuse([{ op: mine?.id ?? "", code: "mode.look", message: "Nyt katsotaan." }]);
  await until(async () => (await one.shelf.read())[0]?.refused);

  const two = await page();
  expect(two.store.refusals.value).toEqual(one.store.refusals.value);
  two.store.dismiss(mine?.id ?? "");

  await until(() => one.store.refusals.value.length === 0);
  expect(await one.shelf.read()).toEqual([]);
});

test("14.3: when the seat has ended, or its person has left in another tab, nothing of theirs stays", async () => {
  const one = await page();
  one.store.setLine("closed");
  one.store.act(addNote("note:1"));
  await until(() => isKept(one));
  one.store.setLine("turned away", { code: "not.there", message: "" });
  await until(async () => (await one.shelf.read()).length === 0);

  const two = await page();
  two.store.setLine("closed");
  two.store.act(addNote("note:2"));
  await until(() => isKept(two));
  await clearShelf(BJORN);
  bellOf(BJORN)?.postMessage({ left: true });
  await new Promise((done) => setTimeout(done, 20));
  two.store.act(addNote("note:3"));
  await new Promise((done) => setTimeout(done, 20));
  expect(await two.shelf.read()).toEqual([]);
});

test("F23: a page older than the service keeps what it has for the new one", async () => {
  const old = await page();
  old.store.act(addNote("note:1"));
  await until(() => isKept(old));

  old.store.setLine("turned away", { code: "protocol.old", message: "Lataa sivu uudelleen." });

  expect(notes((await page(BJORN, false)).store)).toEqual(["note:1"]);
});
