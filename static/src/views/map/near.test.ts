import { expect, it } from "vitest";

import { nearTo } from "./near";

const SIGHT = { left: 1000, top: 1000, right: 2000, bottom: 1600 };
const at = (left: number, top: number) => ({ left, top, width: 168, height: 85 });
const PLACES = new Map([
  ["edge", at(1900, 1550)],
  ["middle", at(1420, 1260)],
  ["beside", at(2200, 1300)],
  ["far", at(4000, 1300)],
]);

it("is what can be seen and what lies around it, the middle first", () => {
  expect(nearTo(SIGHT, PLACES, 0)).toEqual(["middle", "edge"]);
  expect(nearTo(SIGHT, PLACES, 300)).toEqual(["middle", "edge", "beside"]);
  expect(nearTo(SIGHT, PLACES, 3000)).toContain("far");
});
