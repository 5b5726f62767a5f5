import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { floorSeat } from "./floor";
import { floorState, lead, makeFloor, part } from "./floor-makers";
import { AINO, makeBoot } from "./makers";

const NOON = Date.parse("2026-11-21T12:00:00.000Z");
const iso = (ms: number) => new Date(ms).toISOString();

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(NOON);
});

afterEach(() => {
  vi.useRealTimers();
});

test("parts stand in their order, in the reader's language, and those before the current one are done", () => {
  const floor = makeFloor([part(3), part(1), part(2, { title: "Kirjoitetaan", minutes: 10 })], { step: "step:2" });

  expect(floor.parts.value.map(({ number, title, stage }) => [number, title, stage])).toEqual([
    [1, "Osio 1", "done"],
    [2, "Kirjoitetaan", "current"],
    [3, "Osio 3", "coming"],
  ]);
  expect(floor.current.value).toMatchObject({ id: "step:2", minutes: 10, instruction: "", focus: null });
  expect(floor.next.value?.id).toBe("step:3");
});

test("before any part has begun the first follows, and after the last none", () => {
  const floor = makeFloor([part(1), part(2)]);
  expect(floor.current.value).toBeNull();
  expect(floor.next.value?.id).toBe("step:1");

  lead(floor, { step: "step:2" });

  expect(floor.next.value).toBeNull();
});

test("a current part that was removed is none", () => {
  const floor = makeFloor([part(1)], { step: "step:9" });

  expect(floor.current.value).toBeNull();
  expect(floor.parts.value[0]?.stage).toBe("coming");
});

test("a running timer is read by the server's clock, however wrong this one is", () => {
  const floor = makeFloor([]);
  floor.load(floorState([], {}, iso(NOON + 3_600_000)));
  lead(floor, { timer: { ends_at: iso(NOON + 3_600_000 + 90_000), seconds: 600 } });
  const timer = floor.timer.value;
  if (timer === null) throw new Error("no timer");

  expect(floor.left(timer)).toBe(90_000);
  vi.setSystemTime(NOON + 30_000);
  expect(floor.left(timer)).toBe(60_000);
  vi.setSystemTime(NOON + 120_000);
  expect(floor.left(timer)).toBe(0);
});

test("of two tellings of the clock the one that was less late counts, and a clock set anew counts at once", () => {
  const floor = makeFloor([]);
  const timer = { ends_at: iso(NOON + 60_000), seconds: 60 };

  floor.clock(iso(NOON - 400));
  expect(floor.left(timer)).toBe(60_000);
  floor.clock(iso(NOON + 30_000));
  expect(floor.left(timer)).toBe(30_000);
});

test("a paused timer stands still", () => {
  const floor = makeFloor([], { timer: { left_ms: 42_000, seconds: 60 } });
  vi.setSystemTime(NOON + 60_000);

  expect(floor.timer.value && floor.left(floor.timer.value)).toBe(42_000);
});

test("each call to a board has its number, and going to a part ends it", () => {
  const floor = makeFloor([part(1)], { summon: { number: 4, board: "b:2" } });
  expect(floor.summon.value).toEqual({ number: 4, board: "b:2" });

  lead(floor, { step: "step:1", summon: null });

  expect(floor.summon.value).toBeNull();
});

test("what is asked for waits for its own event, and is not shown before", () => {
  const floor = makeFloor([part(1, { minutes: 10 })], {}, AINO);

  floor.act({ type: "step.go", step: "step:1" }, { type: "timer.start", seconds: 600 });

  expect(floor.pending.value.map(({ type }) => type)).toEqual(["step.go", "timer.start"]);
  expect(floor.current.value).toBeNull();
  lead(floor, { step: "step:1" }, floor.pending.value[0]?.id);
  expect(floor.pending.value.map(({ type }) => type)).toEqual(["timer.start"]);
  expect(floor.current.value?.id).toBe("step:1");
});

test("a refusal is told with what was asked, and can be put away", () => {
  const floor = makeFloor([], {}, AINO);
  floor.act({ type: "timer.add", seconds: 60 });
  const op = floor.pending.value[0]?.id ?? "";

  floor.refuse([{ op, code: "timer.none", message: "Ajastinta ei ole." }]);

  expect(floor.pending.value).toEqual([]);
  expect(floor.refusals.value).toMatchObject([{ op, operation: { type: "timer.add" } }]);
  floor.dismiss(op);
  expect(floor.refusals.value).toEqual([]);
});

test("the floor is asked for with the board's seat, at its own address", () => {
  const boot = makeBoot(AINO);
  expect(floorSeat(boot)).toBeNull();

  expect(floorSeat({ ...boot, floor: "floor:w", urls: { ...boot.urls, floor: "/floor/state" } })).toEqual({
    token: boot.token,
    document: "floor:w",
    urls: { state: "/floor/state" },
  });
});
