/** The lines along which an arrow may run: one between any two neighbouring borders, so that none of the ways is missing. */

import type { Thing } from "./ground";
import type { Bounds } from "./shapes";

/** Farther apart than this, two borders have a line beside each of them and none midway. */
const WIDE = 64;
const BESIDE = 16;
/** A gap so narrow is a way too, but not where there is another. */
const NARROW = 10;
const NARROW_FACTOR = 2.5;
const SOFT_FACTOR = 10;
const MOST_CROSSINGS = 400_000;

export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** What a piece from a crossing to the next one right of it, or below it, costs; 0: nothing goes through. */
  readonly right: Float32Array;
  readonly down: Float32Array;
}

/** `at`: lines that there must be. */
export function latticeOf(things: readonly Thing[], bounds: Bounds, at: { xs: number[]; ys: number[] }): Lattice {
  const across = things.flatMap(({ left, right }) => [left, right]);
  const along = things.flatMap(({ top, bottom }) => [top, bottom]);
  let xs: Lines = NO_LINES;
  let ys: Lines = NO_LINES;
  for (let least = 2; least <= 64; least *= 2) {
    xs = linesBetween(across, bounds.left, bounds.right, at.xs, least);
    ys = linesBetween(along, bounds.top, bounds.bottom, at.ys, least);
    if (xs.at.length * ys.at.length <= MOST_CROSSINGS) break;
  }
  const [columns, rows] = [xs.at.length, ys.at.length];
  const right = new Float32Array(columns * rows);
  const down = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const [rowFactor, y] = [ys.factors[row] ?? 1, ys.at[row] ?? 0];
    for (let column = 0; column < columns; column += 1) {
      const here = row * columns + column;
      const [x, nextX, nextY] = [xs.at[column] ?? 0, xs.at[column + 1], ys.at[row + 1]];
      if (nextX !== undefined) right[here] = (nextX - x) * rowFactor;
      if (nextY !== undefined) down[here] = (nextY - y) * (xs.factors[column] ?? 1);
    }
  }
  const lattice = { xs: xs.at, ys: ys.at, right, down };
  for (const thing of things) close(lattice, thing);
  return lattice;
}

/** Nothing runs through a note; what crosses a heading is dear. */
function close({ xs, ys, right, down }: Lattice, thing: Thing): void {
  const factor = thing.soft ? SOFT_FACTOR : 0;
  const columns = xs.length;
  const [firstInside, lastInside] = [above(xs, thing.left), below(xs, thing.right)];
  const [topInside, bottomInside] = [above(ys, thing.top), below(ys, thing.bottom)];
  for (let row = topInside; row <= bottomInside; row += 1) {
    for (let column = Math.max(0, firstInside - 1); column <= lastInside; column += 1) {
      const here = row * columns + column;
      right[here] = (right[here] ?? 0) * factor;
    }
  }
  for (let column = firstInside; column <= lastInside; column += 1) {
    for (let row = Math.max(0, topInside - 1); row <= bottomInside; row += 1) {
      const here = row * columns + column;
      down[here] = (down[here] ?? 0) * factor;
    }
  }
}

interface Lines {
  readonly at: readonly number[];
  readonly factors: readonly number[];
}

const NO_LINES: Lines = { at: [], factors: [] };

/** `least`: gaps narrower than this have no line. */
function linesBetween(borders: readonly number[], from: number, to: number, must: readonly number[], least: number) {
  const sorted = [...new Set([from, ...borders.filter((each) => each > from && each < to), to])].toSorted(
    (a, b) => a - b,
  );
  const lines = new Map<number, number>(must.map((each) => [each, 1]));
  for (const [i, start] of sorted.entries()) {
    const end = sorted[i + 1];
    if (end === undefined || end - start < least) continue;
    if (end - start > WIDE) lines.set(start + BESIDE, 1).set(end - BESIDE, 1);
    else lines.set((start + end) / 2, end - start < NARROW ? NARROW_FACTOR : 1);
  }
  const at = [...lines.keys()].toSorted((a, b) => a - b);
  return { at, factors: at.map((each) => lines.get(each) ?? 1) };
}

/** The index of the first line beyond. */
export function above(lines: readonly number[], value: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of the last line before. */
function below(lines: readonly number[], value: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
