import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { lead, makeFloor, part } from "../../board/floor-makers";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { show } from "../makers";

await Promise.all([fetchView("map"), fetchView("list")]);

const AGENDA = [part(1), part(2, { focus: "zone:wait/pain" }), part(3, { boards: ["b:2"], focus: "zone:apply/pain" })];
const seen: (string | null)[] = [];
const passes = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

beforeEach(() => {
  vi.useFakeTimers();
  seen.length = 0;
  Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
    seen.push(this.getAttribute("data-zone"));
  };
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it("brings the place of a part into view, unfolds it, and outlines it for a moment", () => {
  const floor = makeFloor(AGENDA, { step: "step:1" });
  const { desk } = show(<App />, { floor });
  act(() => {
    desk.folded.value = ["zone:wait", "zone:apply"];
  });
  passes(100);
  expect(seen).toEqual([]);

  act(() => lead(floor, { step: "step:2" }));
  passes(100);

  expect(seen).toEqual(["zone:wait/pain"]);
  expect(desk.folded.value).toEqual(["zone:apply"]);
  expect(document.querySelector(".looked-at")?.getAttribute("data-zone")).toBe("zone:wait/pain");
  expect(document.activeElement).toBe(document.body);
  passes(3_000);
  expect(document.querySelector(".looked-at")).toBeNull();
});

it("moves nobody who writes: they find the place in the line Now", () => {
  const floor = makeFloor(AGENDA, { step: "step:1" });
  show(<App />, { floor });
  fireEvent.click(screen.getByRole("button", { name: "Lisää lappu kohtaan: Haku · Kipu" }));
  passes(100);
  seen.length = 0;

  act(() => lead(floor, { step: "step:2" }));
  passes(100);

  expect(seen).toEqual([]);
  expect(document.activeElement?.tagName).toBe("TEXTAREA");
  fireEvent.click(screen.getByRole("button", { name: "Kohta: Odotus · Kipu" }));
  passes(100);
  expect(seen).toEqual(["zone:wait/pain"]);
});

it("lands who comes late, or is called to a place, and not again when nothing has changed", () => {
  const floor = makeFloor(AGENDA, { step: "step:2" });
  show(<App />, { floor });
  passes(100);
  expect(seen).toEqual(["zone:wait/pain"]);

  act(() => lead(floor, { step: "step:2", timer: { left_ms: 1_000, seconds: 60 } }));
  passes(100);
  act(() => lead(floor, { step: "step:2", summon: { number: 9, board: "b:1", focus: "zone:apply/step" } }));
  passes(100);
  act(() => lead(floor, { step: "step:3", summon: null }));
  passes(100);

  expect(seen).toEqual(["zone:wait/pain", "zone:apply/step"]);
});
