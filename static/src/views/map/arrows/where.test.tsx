import { expect, it } from "vitest";

import { show } from "../../../parts/makers";
import { lyingOn } from "./where";

it("knows where the notes of a crowded plane lie before they are drawn, and measures the others", () => {
  show(
    <div class="sheet">
      <div data-plane data-zone="zone:grid">
        <div class="note">
          <div data-note="note:1" />
        </div>
        <div class="note">
          <div data-note="note:3" />
        </div>
      </div>
      <svg class="arrows" />
    </div>,
  );
  const place = { left: 200, top: 100, width: 168, height: 85 };
  const laid = new Map([["zone:grid", new Map(["note:1", "note:2"].map((id) => [id, place]))]]);

  const { notes } = lyingOn(document.querySelector<SVGSVGElement>(".arrows") as SVGSVGElement, 1, laid);

  const within = { ...place, left: 201, top: 101 }; // the plane has a border
  expect(notes.get("note:1")).toEqual(within);
  expect(notes.get("note:2")).toEqual(within);
  expect(notes.get("note:3")).toMatchObject({ width: 0, height: 0 });
});

it("puts walls where the heads of a matrix lie before it is scrolled", () => {
  const at = (left: number, top: number, width: number, height: number) => () =>
    DOMRect.fromRect({ x: left, y: top, width, height });
  show(
    <div class="sheet">
      <div class="matrix">
        <div class="corner" />
      </div>
      <svg class="arrows" />
    </div>,
  );
  const find = (selector: string) => document.querySelector(selector) as Element;
  find(".sheet").getBoundingClientRect = at(-300, 40, 1000, 600);
  find(".arrows").getBoundingClientRect = at(-300, 40, 1000, 600);
  find(".matrix").getBoundingClientRect = at(-300, 40, 1000, 500);
  find(".corner").getBoundingClientRect = at(0, 40, 140, 42); // it stays in view

  const { walls } = lyingOn(find(".arrows") as SVGSVGElement, 1, new Map());

  expect(walls.get("wall labels")).toEqual({ left: 0, top: 0, width: 140, height: 500 });
  expect(walls.get("wall heads")).toEqual({ left: 0, top: 0, width: 1000, height: 42 });
  expect(walls.get("wall left")).toMatchObject({ left: -2010, width: 2000 });
  expect(walls.get("wall right")).toMatchObject({ left: 1010 });
});
