/** Where a line may leave a note, or come to it: the middle of each side, and where it can run straight to the other. */

import type { Ground } from "./ground";
import { middleOf } from "./shapes";
import type { Bounds, Point, Rect } from "./shapes";

export interface Port {
  /** On the border. */
  readonly on: Point;
  /** A little away from it: there the line turns first. */
  readonly off: Point;
  readonly isAcross: boolean;
  readonly cost: number;
}

/** Room for the head of the arrow before the first bend. */
const STUB = 14;
const LEAST_STUB = 3;
/** A side with little room before it is rather not taken. */
const CRAMPED = 220;
const LEAST_OVERLAP = 16;

export function portsOf(ground: Ground, id: string, rect: Rect, other: Rect): readonly Port[] {
  const middle = middleOf(rect);
  const xs = [middle.x, ...overlap(rect.left, rect.width, other.left, other.width)];
  const ys = [middle.y, ...overlap(rect.top, rect.height, other.top, other.height)];
  const [right, bottom] = [rect.left + rect.width, rect.top + rect.height];
  return [
    ...ys.flatMap((y) => port(ground, id, { x: rect.left, y }, { x: -1, y: 0 })),
    ...ys.flatMap((y) => port(ground, id, { x: right, y }, { x: 1, y: 0 })),
    ...xs.flatMap((x) => port(ground, id, { x, y: rect.top }, { x: 0, y: -1 })),
    ...xs.flatMap((x) => port(ground, id, { x, y: bottom }, { x: 0, y: 1 })),
  ];
}

/** The middle of what both cover, so that a line may be straight where their middles are not level. */
function overlap(from: number, length: number, otherFrom: number, otherLength: number): readonly number[] {
  const [start, end] = [Math.max(from, otherFrom), Math.min(from + length, otherFrom + otherLength)];
  return end - start >= LEAST_OVERLAP ? [(start + end) / 2] : [];
}

function port(ground: Ground, id: string, on: Point, out: Point): readonly Port[] {
  const room = roomBefore(ground, id, on, out);
  if (room < LEAST_STUB) return [];
  // In a narrow gap midway.
  const by = room >= 2 * STUB ? STUB : Math.min(STUB, room / 2);
  const off = { x: on.x + out.x * by, y: on.y + out.y * by };
  return [{ on, off, isAcross: out.x !== 0, cost: by < STUB / 2 ? CRAMPED : 0 }];
}

/** How far it is to the next note, 2 × `STUB` at most. */
function roomBefore(ground: Ground, id: string, on: Point, out: Point): number {
  const to = { x: on.x + out.x * 2 * STUB, y: on.y + out.y * 2 * STUB };
  const way: Bounds = {
    left: Math.min(on.x, to.x) - 0.5,
    right: Math.max(on.x, to.x) + 0.5,
    top: Math.min(on.y, to.y) - 0.5,
    bottom: Math.max(on.y, to.y) + 0.5,
  };
  let room = 2 * STUB;
  for (const thing of ground.within(way)) {
    if (thing.soft || thing.id === id) continue;
    const before = {
      left: on.x - thing.right,
      right: thing.left - on.x,
      up: on.y - thing.bottom,
      down: thing.top - on.y,
    };
    const far = out.x < 0 ? before.left : out.x > 0 ? before.right : out.y < 0 ? before.up : before.down;
    room = Math.min(room, far);
  }
  return room;
}
