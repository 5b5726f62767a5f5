import { describe, expect, it } from "vitest";

import { angleAt, WIDE } from "../../parts/ring-shape";
import { layRings } from "./ring-layout";
import type { Box, RingLayout } from "./ring-layout";

const note = (id: string, angle?: number): Box => ({ id, width: 152, height: 48, angle });
const notes = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => note(`${prefix}${i}`));

describe("the notes of an onion", () => {
  it("lie apart from each other and wholly inside their ring, forty of them", () => {
    const rings = [notes("core", 6), notes("direct", 14), notes("indirect", 20)];

    const layout = layRings(rings);

    expect(layout.spots.size).toBe(40);
    expect(overlapping(rings.flat(), layout)).toEqual([]);
    expect(rings.flatMap((boxes, ring) => boxes.filter((box) => !isInside(box, ring, layout)))).toEqual([]);
  });

  it("stay where they are when one more comes", () => {
    const before = layRings([[note("a"), note("b")], [note("c")]]);

    const after = layRings(
      [
        [note("a"), note("b")],
        [note("c"), note("d")],
      ],
      before,
    );

    for (const id of ["a", "b", "c"]) expect(after.spots.get(id)).toEqual(before.spots.get(id));
  });

  it("come to lie where somebody put them: the ring rather grows", () => {
    const crowd = notes("direct", 8);
    const before = layRings([[], crowd]);

    const { spots } = layRings([[], [...crowd, note("here", 1072)]], before);

    expect(spots.get("here")?.x).toBeGreaterThan(100);
    for (const { id } of crowd) expect(spots.get(id)).toEqual(before.spots.get(id));
  });

  it("come from another ring without making theirs larger", () => {
    const before = layRings([[], [note("a"), note("b")], [note("c")]]);

    const after = layRings([[note("c")], [note("a"), note("b")], []], before);

    expect(after.radii).toEqual(before.radii);
    expect(isInside(note("c"), 0, after)).toBe(true);
  });

  it("are laid anew where a ring inside has grown over them", () => {
    const ring = notes("direct", 6);
    const before = layRings([[note("a")], ring]);
    const core = notes("core", 24);

    const after = layRings([core, ring], before);

    const anew = layRings([core, ring]);
    expect(after.radii[1]).toBeLessThanOrEqual((anew.radii[1] ?? 0) + 200);
    expect(overlapping([...core, ...ring], after)).toEqual([]);
    expect(ring.filter((box) => !isInside(box, 1, after))).toEqual([]);
  });

  it("lie at the angle that somebody chose", () => {
    const { spots } = layRings([[], [note("east", 900), note("west", 2700)]]);

    expect(spots.get("east")?.x).toBeGreaterThan(0);
    expect(spots.get("west")?.x).toBeLessThan(0);
  });
});

it("reads the angle of a point from the top, clockwise", () => {
  const box = { left: 0, top: 0, width: 300, height: 200 };

  expect(angleAt(box, { x: 150, y: 0 })).toBe(0);
  expect(angleAt(box, { x: 300, y: 100 })).toBe(900);
  expect(angleAt(box, { x: 150, y: 200 })).toBe(1800);
});

function overlapping(boxes: readonly Box[], { spots }: RingLayout): readonly string[] {
  return boxes.flatMap((one, i) =>
    boxes.slice(i + 1).flatMap((other) => {
      const [a, b] = [spots.get(one.id), spots.get(other.id)];
      const apart =
        a &&
        b &&
        (Math.abs(a.x - b.x) >= (one.width + other.width) / 2 ||
          Math.abs(a.y - b.y) >= (one.height + other.height) / 2);
      return apart ? [] : [`${one.id} ${other.id}`];
    }),
  );
}

function isInside(box: Box, ring: number, { radii, spots }: RingLayout): boolean {
  const spot = spots.get(box.id);
  if (!spot) return false;
  const corners = [-1, 1].flatMap((h) =>
    [-1, 1].map((v) => ({ x: spot.x + (h * box.width) / 2, y: spot.y + (v * box.height) / 2 })),
  );
  const far = corners.map(({ x, y }) => Math.hypot(x / WIDE, y));
  const inner = radii[ring - 1] ?? 0;
  return Math.max(...far) <= (radii[ring] ?? 0) && Math.min(...far) >= (ring === 0 ? 0 : inner);
}
