// @vitest-environment node

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Here } from "../board/boot";
import { EVERY_MS, Presence } from "./presence";

let told: Here[];
let presence: Presence;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  presence = new Presence((here) => told.push(here));
});

afterEach(() => {
  presence.stop();
  vi.useRealTimers();
});

test("the first is told at once, then only the latest of each fifth of a second", () => {
  for (let x = 0; x < 50; x += 1) {
    presence.here({ zone: "zone:grid", x });
    vi.advanceTimersByTime(20);
  }
  vi.advanceTimersByTime(EVERY_MS);

  expect(told.map(({ x }) => x)).toEqual([0, 9, 19, 29, 39, 49]);
});

test("nothing new, nothing told", () => {
  presence.here({ writing: "note:1" });
  vi.advanceTimersByTime(10 * EVERY_MS);

  expect(told).toEqual([{ writing: "note:1" }]);
});

test("after a reconnect the latest is told again", () => {
  presence.again();
  presence.here({ writing: "note:1" });
  vi.advanceTimersByTime(EVERY_MS);
  presence.again();

  expect(told).toEqual([{ writing: "note:1" }, { writing: "note:1" }]);
});
