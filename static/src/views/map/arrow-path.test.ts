import { expect, it } from "vitest";

import { arrowBetween, borderTowards, roomFor } from "./arrow-path";

const left = { left: 0, top: 0, width: 100, height: 40 };
const right = { left: 300, top: 0, width: 100, height: 40 };

it("ends an arrow at the border of the note, never inside it", () => {
  const end = borderTowards(right, { x: 50, y: 20 });

  expect(end.x).toBeLessThanOrEqual(300);
  expect(end.y).toBeCloseTo(20);
});

it("draws there and back again as two lines", () => {
  expect(arrowBetween(left, right).path).not.toBe(arrowBetween(right, left).path);
});

it("puts an arrow's words on no note, or nowhere", () => {
  const at = roomFor("antaa tietoa", { x: 50, y: 20 }, [left]);
  const everywhere = { left: -1000, top: -1000, width: 2000, height: 2000 };

  expect(at && Math.abs(at.y - 20)).toBeGreaterThanOrEqual(28);
  expect(roomFor("antaa tietoa", { x: 50, y: 20 }, [everywhere])).toBeNull();
});
