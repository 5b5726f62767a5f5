import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { lead, makeFloor, part } from "../../board/floor-makers";
import { show } from "../../parts/makers";
import { App } from "../App";

const AGENDA = [
  part(1, { boards: ["b:1"], focus: "zone:pain" }),
  part(2, { boards: ["b:1"], focus: "zone:wait" }),
  part(3, { boards: ["b:2"], focus: "zone:pain" }),
];
const looked = vi.fn<(this: Element) => void>();

beforeEach(() => {
  looked.mockReset();
  Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
    looked.call(this);
  };
});

afterEach(cleanup);

const places = () => looked.mock.contexts.map((each) => (each as HTMLElement).dataset["strip"]);

it("brings what a part looks at into sight, once, and follows to the next part", () => {
  const floor = makeFloor(AGENDA, { step: "step:1" });
  show(<App />, { floor, notes: ["Jono"] });

  expect(places()).toEqual(["zone:pain"]);
  fireEvent.click(screen.getByRole("button", { name: "Lista" }));
  fireEvent.click(screen.getByRole("button", { name: "Kartta" }));
  expect(places()).toEqual(["zone:pain"]);
  act(() => lead(floor, { step: "step:2" }));
  expect(places()).toEqual(["zone:pain", "zone:wait"]);
});

it("moves nothing under somebody who writes, nor for a part that is about another board", () => {
  const floor = makeFloor(AGENDA, {});
  const { desk } = show(<App />, { floor, notes: ["Jono"] });

  act(() => lead(floor, { step: "step:3" }));
  act(() => {
    desk.writing.value = "note:0";
  });
  looked.mockReset();
  act(() => lead(floor, { step: "step:1" }));

  expect(looked).not.toHaveBeenCalled();
});
