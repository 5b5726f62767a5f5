import { describe, expect, it } from "vitest";

import { pointIn, spotOf } from "./share";
import { createWhere } from "./where";

const at = { zone: "zone:apply/pain", x: 10, y: 20 };

describe("where I am", () => {
  const told: unknown[] = [];
  const where = createWhere((here) => told.push(here));
  const last = () => told.at(-1);

  it("is where my mouse points, until it points nowhere", () => {
    where.point(at);
    expect(last()).toEqual(at);
    where.point(null);
    expect(last()).toEqual({});
  });

  it("says the note that I write in, and where my mouse points", () => {
    where.point(at);
    where.work({ writing: "note:1" });
    expect(last()).toEqual({ ...at, writing: "note:1" });
  });

  it("is the place that I write in, wherever the mouse lies meanwhile", () => {
    where.work({ zone: "zone:use/pain" });
    where.point({ ...at, x: 11 });
    expect(last()).toEqual({ zone: "zone:use/pain" });
    where.work({});
    expect(last()).toEqual({ ...at, x: 11 });
  });

  it("is not told again when the mouse is nowhere still", () => {
    where.point(null);
    const count = told.length;
    where.point(null);
    expect(told).toHaveLength(count);
  });
});

describe("a point as a share of its place", () => {
  it("is the same spot of the place on a screen of another size and zoom", () => {
    const point = pointIn("zone:a", { left: 100, top: 50, width: 200, height: 400 }, 150, 150);
    expect(point).toEqual({ zone: "zone:a", x: 2500, y: 2500 });

    const box = { left: 30, top: 10, width: 80, height: 40 };
    const frame = { left: 10, top: 0, width: 0, height: 0 };
    expect(spotOf({ x: 2500, y: 2500 }, box, frame, 0.5)).toEqual({ left: 80, top: 40 });
  });

  it("stays within its place, and a place that is not drawn has none", () => {
    expect(pointIn("zone:a", { left: 0, top: 0, width: 10, height: 10 }, -5, 500)).toMatchObject({ x: 0, y: 10_000 });
    expect(pointIn("zone:a", { left: 0, top: 0, width: 0, height: 10 }, 1, 1)).toBeNull();
  });
});
