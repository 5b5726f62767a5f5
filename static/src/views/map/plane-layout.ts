/** Where the notes of a plane are drawn: at their coordinates, or as near as they can be without covering each other. */

import { FARTHEST } from "../../board/scale";

export interface PlaneBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Middle {
  readonly left: number;
  readonly top: number;
}

const GAP = 6;
const RING_PIXELS = 14;
/** Farther than this from its own coordinates a note would say something else: then it rather covers another. */
const FARTHEST_RING = 14;

const SPIRAL = spiral();

/** A note that lies, and how far around its own coordinates was looked for room. */
export interface Lying extends PlaneBox, Middle {
  readonly looked: number;
}

interface Plane {
  readonly width: number;
  readonly height: number;
}

/**
 * The middle of each box in pixels on a plane of this size; coordinates are 0…10000, y upwards.
 *
 * `before`: what this told last for a plane of the same size. It gives the same as without; only those are laid anew that
 * have changed, and those around which something has.
 */
export function layPlane(
  boxes: readonly PlaneBox[],
  width: number,
  height: number,
  before: ReadonlyMap<string, Lying> = new Map(),
): ReadonlyMap<string, Lying> {
  const plane = { width, height };
  const laid = new Map<string, Lying>();
  const near = new Near();
  // Those that come before it in the order are all that a note gives way to.
  const changes = new Changes(boxes, before);
  for (const box of boxes) {
    const was = before.get(box.id);
    const stays = was && isSame(was, box) && !changes.areNear(was, ownOf(box, plane));
    const now = stays ? was : lie(box, plane, near);
    const lies = was && isSame(was, now) && isSameArea(was, now) && was.looked === now.looked ? was : now;
    if (!was || !isSameArea(was, lies)) changes.note(was, lies);
    laid.set(box.id, lies);
    near.add(lies);
  }
  return laid;
}

function ownOf(box: PlaneBox, plane: Plane): Middle {
  return within(box, (box.x / FARTHEST) * plane.width, plane.height - (box.y / FARTHEST) * plane.height, plane);
}

function lie(box: PlaneBox, plane: Plane, near: Near): Lying {
  const own = ownOf(box, plane);
  for (const by of SPIRAL) {
    const middle = within(box, own.left + by.x, own.top + by.y, plane);
    if (near.isFree(box, middle)) return { ...box, ...middle, looked: by.far };
  }
  return { ...box, ...own, looked: FARTHEST_RING * RING_PIXELS };
}

function isSame(a: PlaneBox, b: PlaneBox): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function isSameArea(a: Lying, b: Lying): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}

/** Where the plane is no longer as it was, by its squares. */
class Changes {
  readonly #squares = new Set<number>();

  /** `boxes`, in their order; those that are among them no more have left their place. */
  constructor(boxes: readonly PlaneBox[], before: ReadonlyMap<string, Lying>) {
    const there = new Set(boxes.map(({ id }) => id));
    for (const [id, was] of before) if (!there.has(id)) this.note(was);
    // In another order others give way.
    const kept = boxes.filter(({ id }) => before.has(id));
    let i = 0;
    for (const id of before.keys()) {
      if (!there.has(id)) continue;
      const now = kept[i];
      if (now && now.id !== id) this.note(before.get(id), before.get(now.id));
      i += 1;
    }
  }

  note(...lying: readonly (Lying | undefined)[]): void {
    for (const each of lying) if (each) eachSquare(each, each, (square) => this.#squares.add(square));
  }

  areNear({ width, height, looked }: Lying, own: Middle): boolean {
    if (this.#squares.size === 0) return false;
    let are = false;
    eachSquare({ width: width + 2 * looked, height: height + 2 * looked }, own, (square) => {
      are ||= this.#squares.has(square);
    });
    return are;
  }
}

/** About as wide as a note. */
const SQUARE = 200;
const ROW = 4096;

/** What lies already, by the squares of the plane: among thousands, few are near. */
class Near {
  readonly #squares = new Map<number, Lying[]>();

  add(box: Lying): void {
    eachSquare(box, box, (square) => {
      const there = this.#squares.get(square);
      if (there) there.push(box);
      else this.#squares.set(square, [box]);
    });
  }

  isFree(box: PlaneBox, middle: Middle): boolean {
    let isFree = true;
    eachSquare(box, middle, (square) => {
      isFree &&= !this.#squares.get(square)?.some((other) => covers(box, middle, other));
    });
    return isFree;
  }
}

function eachSquare({ width, height }: Plane, { left, top }: Middle, act: (square: number) => void): void {
  const [right, bottom] = [index(left + width / 2 + GAP), index(top + height / 2 + GAP)];
  for (let row = index(top - height / 2 - GAP); row <= bottom; row += 1) {
    for (let column = index(left - width / 2 - GAP); column <= right; column += 1) act(row * ROW + column);
  }
}

function index(length: number): number {
  return Math.floor(length / SQUARE);
}

/** Points around a middle, nearest first. */
function spiral(): readonly { readonly x: number; readonly y: number; readonly far: number }[] {
  const rings = Array.from({ length: FARTHEST_RING }, (_, ring) => {
    const count = ring === 0 ? 1 : 12;
    return Array.from({ length: count }, (_each, i) => {
      const turn = (i / count) * 2 * Math.PI;
      const far = ring * RING_PIXELS;
      return { x: Math.cos(turn) * far, y: Math.sin(turn) * far, far };
    });
  });
  return rings.flat();
}

function within({ width: w, height: h }: PlaneBox, left: number, top: number, { width, height }: Plane): Middle {
  return {
    left: Math.min(width - w / 2, Math.max(w / 2, left)),
    top: Math.min(height - h / 2, Math.max(h / 2, top)),
  };
}

function covers(box: PlaneBox, middle: Middle, other: Lying): boolean {
  return (
    Math.abs(middle.left - other.left) < (box.width + other.width) / 2 + GAP &&
    Math.abs(middle.top - other.top) < (box.height + other.height) / 2 + GAP
  );
}
