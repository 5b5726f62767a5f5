// @vitest-environment jsdom
import { expect, test } from "vitest";

import { addNote, FakeLog, makeStore, settle } from "../board/makers";
import { warnBeforeLeaving } from "./leaving";

function leave(): boolean {
  return !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
}

test("the browser asks before leaving while something is only here, and only then", () => {
  const log = new FakeLog();
  const store = makeStore(log);
  const stop = warnBeforeLeaving(store);
  expect(leave()).toBe(false);

  store.act(addNote("note:1"));
  expect(leave()).toBe(true);

  settle(log, store);
  expect(leave()).toBe(false);

  store.act(addNote("note:2"));
  stop();
  expect(leave()).toBe(false);
});
