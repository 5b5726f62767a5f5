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

/** The middle of each box in pixels on a plane of this size; coordinates are 0…10000, y upwards. */
export function layPlane(boxes: readonly PlaneBox[], width: number, height: number): ReadonlyMap<string, Middle> {
  const laid = new Map<string, Middle>();
  const near = new Near();
  for (const box of boxes) {
    const own = within(box, (box.x / FARTHEST) * width, height - (box.y / FARTHEST) * height, width, height);
    const middle = freeNear(box, own, width, height, near) ?? own;
    laid.set(box.id, middle);
    near.add({ ...box, ...middle });
  }
  return laid;
}

function freeNear(box: PlaneBox, own: Middle, width: number, height: number, near: Near): Middle | null {
  for (const by of SPIRAL) {
    const middle = within(box, own.left + by.x, own.top + by.y, width, height);
    if (near.isFree(box, middle)) return middle;
  }
  return null;
}

/** About as wide as a note. */
const SQUARE = 200;
const ROW = 4096;

/** What lies already, by the squares of the plane: among thousands, few are near. */
class Near {
  readonly #squares = new Map<number, (PlaneBox & Middle)[]>();

  add(box: PlaneBox & Middle): void {
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

function eachSquare({ width, height }: PlaneBox, { left, top }: Middle, act: (square: number) => void): void {
  const [right, bottom] = [index(left + width / 2 + GAP), index(top + height / 2 + GAP)];
  for (let row = index(top - height / 2 - GAP); row <= bottom; row += 1) {
    for (let column = index(left - width / 2 - GAP); column <= right; column += 1) act(row * ROW + column);
  }
}

function index(length: number): number {
  return Math.floor(length / SQUARE);
}

/** Points around a middle, nearest first; wider than high, as notes are. */
function spiral(): readonly { readonly x: number; readonly y: number }[] {
  const rings = Array.from({ length: FARTHEST_RING }, (_, ring) => {
    const count = ring === 0 ? 1 : 12;
    return Array.from({ length: count }, (_each, i) => {
      const turn = (i / count) * 2 * Math.PI;
      return { x: Math.cos(turn) * ring * RING_PIXELS, y: Math.sin(turn) * ring * RING_PIXELS };
    });
  });
  return rings.flat();
}

function within({ width: w, height: h }: PlaneBox, left: number, top: number, width: number, height: number): Middle {
  return {
    left: Math.min(width - w / 2, Math.max(w / 2, left)),
    top: Math.min(height - h / 2, Math.max(h / 2, top)),
  };
}

function covers(box: PlaneBox, middle: Middle, other: PlaneBox & Middle): boolean {
  return (
    Math.abs(middle.left - other.left) < (box.width + other.width) / 2 + GAP &&
    Math.abs(middle.top - other.top) < (box.height + other.height) / 2 + GAP
  );
}
