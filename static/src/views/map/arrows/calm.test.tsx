import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Calm } from "./calm";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

it("waits as long as somebody drags or scrolls, and not for keys", () => {
  const calm = new Calm();
  const stop = calm.watch();
  const act = vi.fn<() => void>();

  calm.when(act);
  for (const type of ["pointermove", "wheel", "pointermove", "pointermove"]) {
    window.dispatchEvent(new Event(type));
    vi.advanceTimersByTime(150);
  }
  expect(act).not.toHaveBeenCalled();

  window.dispatchEvent(new Event("keydown"));
  vi.advanceTimersByTime(150);
  expect(act).toHaveBeenCalledTimes(1);

  stop();
  window.dispatchEvent(new Event("wheel"));
  calm.when(act);
  vi.advanceTimersByTime(50);
  expect(act).toHaveBeenCalledTimes(2);
});

it("calls nothing that was called off, whether before or while it waits", () => {
  const calm = new Calm();
  const stop = calm.watch();
  const act = vi.fn<() => void>();

  calm.when(act)();
  window.dispatchEvent(new Event("wheel"));
  const callOff = calm.when(act);
  vi.advanceTimersByTime(50);
  callOff();
  vi.advanceTimersByTime(1_000);

  expect(act).not.toHaveBeenCalled();
  stop();
});
