/**
 * Where the notes of an onion lie: apart from each other, wholly inside their ring, and as still as can be.
 *
 * The ring is the datum, the angle only comfort. Rings are drawn wider than high, as screens are: everything is computed
 * on circles, with widths divided by `WIDE`. A ring grows until its notes fit. Lengths are CSS pixels from the centre.
 */

import { WIDE } from "../../parts/ring-shape";

export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Tenths of a degree clockwise from the top, if somebody chose it. */
  readonly angle?: number | undefined;
}

export interface Spot {
  /** Of the box's middle. */
  readonly x: number;
  readonly y: number;
  readonly angle?: number | undefined;
  /** From the inside out. */
  readonly ring: number;
}

export interface RingLayout {
  /** Half the height of each ring, from the inside out. */
  readonly radii: readonly number[];
  readonly spots: ReadonlyMap<string, Spot>;
}

const NOTHING: RingLayout = { radii: [], spots: new Map() };

interface Placed {
  readonly x: number;
  readonly y: number;
  /** Half of the width and of the height. */
  readonly a: number;
  readonly b: number;
}

const CORE = 104;
const THICKNESS = 112;
const GROWTH = 12;
const MOST_GROWTH = 200;
/** So often a ring grows around notes that lie already; if that has not helped, they are laid anew. */
const PATIENCE = 16;
const FARTHEST_AWAY = 96;
const GAP = 7;
const MARGIN = 7;
const LABEL = { a: 92 / WIDE, b: 13, inset: 17 };
/** Turns that never line up: new notes go where the ring is emptiest. */
const GOLDEN_DEGREES = 137.508;
const STEP_DEGREES = 4;
const STEP_PIXELS = 9;

/** `before`: how it was drawn; notes stay where they lay if they can, and rings do not shrink under them. */
export function layRings(rings: readonly (readonly Box[])[], before: RingLayout = NOTHING): RingLayout {
  const radii: number[] = [];
  const spots = new Map<string, Spot>();
  for (const [ring, boxes] of rings.entries()) {
    const inner = radii.at(-1) ?? 0;
    const least = Math.max(inner === 0 ? CORE : inner + THICKNESS, before.radii[ring] ?? 0);
    // What has come from another ring lies nowhere in this one.
    const lying = new Map([...before.spots].filter(([, spot]) => spot.ring === ring));
    const { outer, placed } =
      layRing(boxes, inner, least, lying, PATIENCE) ?? layRing(boxes, inner, least, new Map(), MOST_GROWTH) ?? NOWHERE;
    radii.push(Math.max(outer, least));
    for (const [id, { x, y }] of placed) {
      spots.set(id, { x: x * WIDE, y, angle: boxes.find((box) => box.id === id)?.angle, ring });
    }
  }
  return { radii, spots };
}

const NOWHERE = { outer: 0, placed: new Map<string, Placed>() };

function layRing(
  boxes: readonly Box[],
  inner: number,
  least: number,
  before: ReadonlyMap<string, Spot>,
  growths: number,
) {
  // What lies already comes first. The rest in its order, or large before small, whichever needs less room.
  const still = boxes.toSorted((one, other) => Number(isStill(other, before)) - Number(isStill(one, before)));
  const large = boxes.toSorted(
    (one, other) =>
      Number(isStill(other, before)) - Number(isStill(one, before)) ||
      other.width * other.height - one.width * one.height,
  );
  let outer = least;
  for (let tries = 0; tries < growths; tries += 1, outer += GROWTH) {
    const placed = tryRing(still, boxes, inner, outer, before) ?? tryRing(large, boxes, inner, outer, before);
    if (placed) return { outer, placed };
  }
  return null;
}

function isStill({ id, angle }: Box, before: ReadonlyMap<string, Spot>): boolean {
  return before.has(id) && before.get(id)?.angle === angle;
}

function tryRing(
  settled: readonly Box[],
  boxes: readonly Box[],
  inner: number,
  outer: number,
  before: ReadonlyMap<string, Spot>,
): ReadonlyMap<string, Placed> | null {
  const taken: Placed[] = [{ x: 0, y: -(outer - LABEL.inset), a: LABEL.a, b: LABEL.b }];
  const placed = new Map<string, Placed>();
  for (const box of settled) {
    const still = isStill(box, before) ? before.get(box.id) : undefined;
    const wish = still ? { x: still.x / WIDE, y: still.y } : wishFor(box, boxes.indexOf(box), inner, outer);
    const found = nearestFree(box, wish, inner, outer, taken);
    // Where somebody put a note, or it lay already, the ring rather grows than the note goes elsewhere.
    const near = found && Math.hypot(found.x - wish.x, found.y - wish.y) <= FARTHEST_AWAY;
    if (!found || (!near && (still || box.angle !== undefined))) return null;
    taken.push(found);
    placed.set(box.id, found);
  }
  return placed;
}

/** Where a note would lie if it were alone: at its angle, midway in the ring; the first of the core in the middle. */
function wishFor({ angle }: Box, index: number, inner: number, outer: number) {
  const degrees = angle === undefined ? 90 + index * GOLDEN_DEGREES : angle / 10;
  if (inner > 0) return polar(degrees, (inner + outer) / 2);
  return polar(degrees, index === 0 && angle === undefined ? 0 : outer * 0.5);
}

function polar(degrees: number, radius: number) {
  const turn = (degrees * Math.PI) / 180;
  return { x: Math.sin(turn) * radius, y: -Math.cos(turn) * radius };
}

function nearestFree(
  box: Box,
  wish: { readonly x: number; readonly y: number },
  inner: number,
  outer: number,
  taken: readonly Placed[],
): Placed | null {
  const half = { a: box.width / 2 / WIDE, b: box.height / 2 };
  const free = (x: number, y: number) => {
    const one = { x, y, ...half };
    return isInside(one, inner, outer) && !taken.some((other) => overlap(one, other)) ? one : null;
  };
  const exact = free(wish.x, wish.y);
  if (exact) return exact;
  let best: Placed | null = null;
  let nearest = Infinity;
  for (let radius = inner; radius < outer; radius += STEP_PIXELS) {
    for (let degrees = 0; degrees < 360; degrees += STEP_DEGREES) {
      const { x, y } = polar(degrees, radius);
      const far = Math.hypot(x - wish.x, y - wish.y);
      if (far >= nearest) continue;
      const found = free(x, y);
      if (!found) continue;
      best = found;
      nearest = far;
    }
  }
  return best;
}

function isInside({ x, y, a, b }: Placed, inner: number, outer: number): boolean {
  const farthest = Math.hypot(Math.abs(x) + a, Math.abs(y) + b);
  if (farthest > outer - MARGIN) return false;
  if (inner === 0) return true;
  return Math.hypot(Math.max(0, Math.abs(x) - a), Math.max(0, Math.abs(y) - b)) >= inner + MARGIN;
}

function overlap(one: Placed, other: Placed): boolean {
  return Math.abs(one.x - other.x) < one.a + other.a + GAP / WIDE && Math.abs(one.y - other.y) < one.b + other.b + GAP;
}
