import { describe, expect, it } from "vitest";

import { Ground } from "./ground";
import { Labels } from "./labels";
import { beside } from "./lanes";
import { asideOf, pathOf } from "./line";
import { boundsOf, meet } from "./shapes";
import type { Route } from "./shapes";

const rect = (left: number, top: number, width = 100, height = 40) => ({ left, top, width, height });
const bounds = (left: number, top: number) => boundsOf(rect(left, top));

/** Two columns with a gutter of forty pixels. */
function gutter(): Ground {
  const ground = new Ground();
  for (let row = 0; row < 6; row += 1) {
    ground.put(`left:${row}`, rect(0, row * 50));
    ground.put(`right:${row}`, rect(140, row * 50));
  }
  return ground;
}

const strand = (key: string, from: number, to: number, width = 1) => ({
  key,
  route: [
    { x: 100, y: from * 50 + 20 },
    { x: 120, y: from * 50 + 20 },
    { x: 120, y: to * 50 + 20 },
    { x: 140, y: to * 50 + 20 },
  ],
  from: bounds(0, from * 50),
  to: bounds(140, to * 50),
  width,
  leaving: `from ${key}`,
  coming: `to ${key}`,
});

const upright = (route: Route) => route[1]?.x ?? NaN;

describe("arrows along the same way", () => {
  it("lie beside each other, all of them between the notes", () => {
    const routes = beside(gutter(), [strand("a", 0, 4), strand("b", 1, 5), strand("c", 0, 3)]);
    const xs = routes.map(upright).toSorted((a, b) => a - b);

    expect(new Set(xs).size).toBe(3);
    expect(xs[0]).toBeGreaterThan(100);
    expect(xs.at(-1)).toBeLessThan(140);
    expect((xs[1] ?? 0) - (xs[0] ?? 0)).toBeGreaterThanOrEqual(5);
  });

  it("stay on one line where they do not meet", () => {
    const routes = beside(gutter(), [strand("a", 0, 1), strand("b", 4, 5)]);

    expect(upright(routes[0] ?? [])).toBe(upright(routes[1] ?? []));
  });

  it("leave room for as many as run on one of them", () => {
    const [one, three] = beside(gutter(), [strand("a", 0, 4), strand("b", 1, 5, 3)]);

    expect(Math.abs(upright(one ?? []) - upright(three ?? []))).toBeGreaterThanOrEqual(10);
  });

  it("lie on each other where they go to the same note, until they part", () => {
    const [a, b] = [strand("a", 0, 5), strand("b", 1, 5)];
    const routes = beside(
      gutter(),
      [a, b].map((each) => ({ ...each, leaving: "note:5", coming: "note:5" })),
    );

    expect(upright(routes[0] ?? [])).toBe(upright(routes[1] ?? []));
    expect(routes[0]?.at(-1)).toEqual(routes[1]?.at(-1));
  });

  it("keep right angles", () => {
    for (const route of beside(gutter(), [strand("a", 0, 4), strand("b", 1, 5), strand("c", 2, 0)])) {
      for (const [i, point] of route.slice(1).entries()) {
        const before = route[i];
        expect(before && (before.x === point.x || before.y === point.y)).toBe(true);
      }
    }
  });
});

it("draws a line with round corners, and beside itself for one that runs along", () => {
  const route = [{ x: 0, y: 0 }, { x: 50, y: 0 }, { x: 50, y: 80 }]; // prettier-ignore

  expect(pathOf(route)).toBe("M0 0L41 0Q50 0 50 9L50 80");
  expect(asideOf(route, 5)).toEqual([{ x: 0, y: 5 }, { x: 45, y: 5 }, { x: 45, y: 80 }]); // prettier-ignore
});

describe("the words of an arrow", () => {
  const upwards = [{ x: 120, y: -20 }, { x: 120, y: 320 }]; // prettier-ignore
  const place = (routes: Record<string, Route>) => new Labels(gutter(), new Map(Object.entries(routes)));

  it("stand on no note and on no other's words; upright ones where only that fits", () => {
    const labels = place({ a: upwards, b: upwards });

    const [first, second] = [labels.place("antaa tietoa", "a", true), labels.place("siirtää dataa", "b", true)];

    expect(first?.turned).toBe(true);
    expect(second).not.toBeNull();
    const box = (y: number, width: number) => ({ left: 111, right: 129, top: y - width / 2, bottom: y + width / 2 });
    expect(meet(box(first?.y ?? 0, first?.width ?? 0), box(second?.y ?? 0, second?.width ?? 0))).toBe(false);
  });

  it("stand on no other's line, unless they are of the note in hand", () => {
    const labels = place({ a: upwards, b: [{ x: 125, y: -20 }, { x: 125, y: 320 }] }); // prettier-ignore

    expect(labels.place("antaa tietoa", "a")).toBeNull();
    expect(labels.place("antaa tietoa", "a", true)).not.toBeNull();
  });

  it("are left to the list of arrows where there is no room", () => {
    const short = [{ x: 100, y: 20 }, { x: 140, y: 20 }]; // prettier-ignore

    expect(place({ a: short }).place("antaa tietoa", "a")).toBeNull();
  });
});
