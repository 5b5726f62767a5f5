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
