import { describe, expect, it } from "vitest";

import { Router } from "./router";
import { boundsOf, passes } from "./shapes";
import type { Rect, Route } from "./shapes";

const NO_HEADINGS: ReadonlyMap<string, Rect> = new Map();
const at = (left: number, top: number, width = 160, height = 60): Rect => ({ left, top, width, height });

/** Columns of notes with six pixels between them, as a board draws them. */
function columns(count: number, each: number): Map<string, Rect> {
  const notes = new Map<string, Rect>();
  for (let column = 0; column < count; column += 1) {
    for (let row = 0; row < each; row += 1) notes.set(`note:${column}-${row}`, at(column * 196, row * 66 + column * 9));
  }
  return notes;
}

/** Notes that lie about, never on each other; the same each time. */
function scattered(count: number): Map<string, Rect> {
  const notes = new Map<string, Rect>();
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  for (let i = 0; i < count; i += 1) {
    const [column, row] = [i % 12, Math.floor(i / 12)];
    const size = { width: 110 + random() * 60, height: 40 + random() * 50 };
    notes.set(`note:${i}`, at(column * 200 + random() * 26, row * 110 + random() * 18, size.width, size.height));
  }
  return notes;
}

function all(notes: ReadonlyMap<string, Rect>, links: readonly (readonly [string, string])[]): readonly Route[] {
  const router = new Router();
  router.lay(notes, NO_HEADINGS);
  const ends = links.map(([from, to]) => ({ from, to }));
  expect(router.find(ends, () => false)).toBe(true);
  return ends.map((each) => router.known(each)?.route ?? []);
}

function through(route: Route, notes: ReadonlyMap<string, Rect>): readonly string[] {
  return [...notes].filter(([, rect]) => passes(route, boundsOf(rect), 0.5)).map(([id]) => id);
}

describe("the way of an arrow", () => {
  it("is straight where nothing lies between", () => {
    const [route] = all(new Map([["a", at(0, 0)], ["b", at(400, 10)]]), [["a", "b"]]); // prettier-ignore

    expect(route).toHaveLength(2);
    expect(route?.[0]?.y).toBe(route?.[1]?.y);
  });

  it("begins and ends at the borders of its notes", () => {
    const notes = new Map([["a", at(0, 0)], ["b", at(400, 300)]]); // prettier-ignore
    const [route] = all(notes, [["a", "b"]]);

    expect(through(route ?? [], notes)).toEqual([]);
    expect(route?.at(-1)?.x === 400 || route?.at(-1)?.y === 300).toBe(true);
  });

  it.each([
    [
      "stacked in columns",
      columns(6, 12),
      [
        ["note:0-1", "note:3-9"],
        ["note:5-11", "note:0-0"],
        ["note:2-2", "note:2-8"],
      ],
    ],
    [
      "lying about",
      scattered(96),
      [
        ["note:0", "note:95"],
        ["note:11", "note:84"],
        ["note:40", "note:44"],
        ["note:3", "note:51"],
      ],
    ],
  ] as const)("never runs through a note, with notes %s", (_how, notes, links) => {
    for (const route of all(notes, links)) {
      expect(route.length).toBeGreaterThan(1);
      expect(through(route, notes)).toEqual([]);
    }
  });

  it("goes out of a ring of notes where it is open, however far around", () => {
    const notes = new Map([["in", at(400, 400, 60, 40)], ["out", at(900, 400, 60, 40)]]); // prettier-ignore
    notes
      .set("above", at(300, 300, 300, 40))
      .set("below", at(300, 500, 300, 40))
      .set("right", at(560, 290, 40, 260));

    const [route] = all(notes, [["in", "out"]]);

    expect(through(route ?? [], notes)).toEqual([]);
  });

  it("goes straight and behind the notes where there is no way at all", () => {
    const notes = new Map([["in", at(100, 100, 60, 40)], ["out", at(400, 100, 60, 40)]]); // prettier-ignore
    notes.set("above", at(50, 50, 200, 50)).set("below", at(50, 140, 200, 50));
    notes.set("left", at(50, 60, 50, 120)).set("right", at(160, 60, 50, 120));

    expect(all(notes, [["in", "out"]])[0]).toHaveLength(2);
  });

  it("stays on this side of a wall though the way is longer", () => {
    const notes = new Map([["a", at(8, 0)], ["b", at(8, 200)], ["between", at(8, 100)]]); // prettier-ignore
    const wall = at(-2000, 0, 2000, 260);
    const without = new Router();
    without.lay(notes, NO_HEADINGS);
    without.find([{ from: "a", to: "b" }], () => false);
    const within = new Router();
    within.lay(notes, NO_HEADINGS, new Map([["wall", wall]]));
    within.find([{ from: "a", to: "b" }], () => false);

    expect(without.known({ from: "a", to: "b" })?.route.some(({ x }) => x < 0)).toBe(true);
    expect(within.known({ from: "a", to: "b" })?.route.every(({ x }) => x > 0)).toBe(true);
    expect(within.known({ from: "a", to: "b" })?.isAround).toBe(true);
  });

  it("rather goes around a heading than across it", () => {
    const router = new Router();
    router.lay(new Map([["a", at(0, 0)], ["b", at(500, 0)]]), new Map([["head", at(250, 10, 120, 40)]])); // prettier-ignore
    router.find([{ from: "a", to: "b" }], () => false);

    expect(passes(router.known({ from: "a", to: "b" })?.route ?? [], boundsOf(at(250, 10, 120, 40)))).toBe(false);
  });

  it("is the same whatever order notes and arrows came in", () => {
    const notes = scattered(60);
    const links = Array.from({ length: 30 }, (_, i) => [`note:${i}`, `note:${(i * 7 + 31) % 60}`] as const);
    const turned = links.toReversed();

    const [one, other] = [all(notes, links), all(new Map([...notes].toReversed()), turned)];

    expect(other.toReversed()).toEqual(one);
  });
});

describe("when a note moves", () => {
  const links = Array.from({ length: 80 }, (_, i) => ({ from: `note:${i}`, to: `note:${i + 13}` }));

  function settled() {
    const notes = scattered(96);
    const router = new Router();
    router.lay(notes, NO_HEADINGS);
    router.find(links, () => false);
    const ways = new Map(links.map((each) => [each, router.known(each)]));
    return { notes, router, ways };
  }

  it("only the arrows that it touches are looked for again", () => {
    const { notes, router, ways } = settled();

    router.lay(new Map(notes).set("note:0", at(4, 1000, 120, 44)), NO_HEADINGS);

    const lost = links.filter((each) => router.known(each) === undefined);
    expect(lost.some(({ from }) => from === "note:0")).toBe(true);
    expect(lost.length).toBeLessThan(8);
    expect(links.filter((each) => !lost.includes(each) && router.known(each) !== ways.get(each))).toEqual([]);
  });

  it("arrows under its new place go around it", () => {
    const { notes, router } = settled();
    const way = router.known({ from: "note:30", to: "note:43" })?.route ?? [];
    const [a, b] = [way[0], way[1]];
    const middle = { x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2, y: ((a?.y ?? 0) + (b?.y ?? 0)) / 2 };
    const moved = new Map(notes).set("note:95", at(middle.x - 4, middle.y - 4, 8, 8));

    router.lay(moved, NO_HEADINGS);
    router.find(links, () => false);

    expect(through(router.known({ from: "note:30", to: "note:43" })?.route ?? [], moved)).toEqual([]);
  });

  it("nothing is looked for where nothing moved", () => {
    const { notes, router } = settled();

    router.lay(new Map(notes), NO_HEADINGS);

    expect(links.every((each) => router.known(each) !== undefined)).toBe(true);
  });
});

it("stops when it is told to, and goes on where it stopped", () => {
  const router = new Router();
  router.lay(scattered(60), NO_HEADINGS);
  const links = Array.from({ length: 20 }, (_, i) => ({ from: `note:${i}`, to: `note:${i + 20}` }));

  expect(router.find(links, () => links.some((each) => router.known(each)))).toBe(false);
  expect(links.filter((each) => router.known(each))).toHaveLength(1);
  expect(router.find(links, () => false)).toBe(true);
});

it("pauses within a long way, goes on there, and begins anew when something has moved meanwhile", () => {
  const notes = scattered(360);
  const far = { from: "note:0", to: "note:359" };
  const [whole] = all(notes, [["note:0", "note:359"]]);
  const moved = new Map(notes).set("note:186", at(3000, 3400));
  const [other] = all(moved, [["note:0", "note:359"]]);
  const router = new Router();

  router.lay(notes, NO_HEADINGS);
  expect(router.find([far], () => true)).toBe(false);
  expect(router.known(far)).toBeUndefined();
  // Another is found while this one waits.
  expect(router.find([{ from: "note:14", to: "note:15" }], () => false)).toBe(true);
  let pauses = 1;
  while (!router.find([far], () => true) && !router.known(far)) pauses += 1;
  expect(pauses).toBeGreaterThan(1);
  expect(router.known(far)?.route).toEqual(whole);

  const again = new Router();
  again.lay(notes, NO_HEADINGS);
  again.find([far], () => true);
  again.lay(moved, NO_HEADINGS);
  again.find([far], () => false);
  expect(again.known(far)?.route).toEqual(other);
});
