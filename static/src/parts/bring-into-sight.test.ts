// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { bringIntoSight } from "./bring-into-sight";

const scrolled: string[] = [];
let top = 0;

function draw(id: string): void {
  const face = document.createElement("div");
  face.dataset.note = id;
  face.scrollIntoView = () => {
    scrolled.push(id);
    top = 100;
  };
  face.getBoundingClientRect = () => ({ top, bottom: top + 20, left: 0, right: 20 }) as DOMRect;
  document.body.append(face);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  vi.stubGlobal("DOMRect", function DOMRect(left: number, top: number, right: number, bottom: number) {
    return { left, top, right, bottom };
  });
  scrolled.length = 0;
  top = 5_000;
});

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("waits for a note that is drawn only now, and says once that it is there", () => {
  const arrived = vi.fn<() => void>();
  bringIntoSight("note:1", arrived);
  vi.advanceTimersByTime(400);
  expect(arrived).not.toHaveBeenCalled();

  draw("note:1");
  vi.advanceTimersByTime(1_000);

  expect(scrolled).toEqual(["note:1"]);
  expect(arrived).toHaveBeenCalledTimes(1);
});

it("brings it back when what is drawn above it has moved it away, until it stays", () => {
  draw("note:1");
  bringIntoSight("note:1");
  vi.advanceTimersByTime(100);
  top = 9_000;
  vi.advanceTimersByTime(1_000);
  top = 9_000;
  vi.advanceTimersByTime(10_000);

  expect(scrolled).toEqual(["note:1", "note:1"]);
});

it("leaves whoever scrolls by themselves where they are", () => {
  draw("note:1");
  bringIntoSight("note:1");
  dispatchEvent(new Event("wheel"));
  top = 9_000;
  vi.advanceTimersByTime(1_000);

  expect(scrolled).toEqual(["note:1"]);
});
