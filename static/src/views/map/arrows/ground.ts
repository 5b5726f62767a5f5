/** What lies on the sheet: notes, which a line goes around, and headings, which it rather does not cross. */

import { boundsOf, meet } from "./shapes";
import type { Bounds, Rect } from "./shapes";

export interface Thing extends Bounds {
  readonly id: string;
  /** Words that may be crossed where there is no other way. */
  readonly soft: boolean;
  /** As it was put there: the same object need not be looked at again. */
  readonly rect: Rect;
}

/** A square of the sheet; things are found by the squares that they touch. */
const SQUARE = 256;

export class Ground {
  readonly #things = new Map<string, Thing>();
  readonly #squares = new Map<number, Set<Thing>>();

  get(id: string): Thing | undefined {
    return this.#things.get(id);
  }

  /** Returns what it covered before and covers now; nothing if it lies as it lay. */
  put(id: string, rect: Rect, soft = false): readonly Bounds[] {
    const before = this.#things.get(id);
    if (before?.rect === rect) return [];
    const now: Thing = { id, soft, rect, ...boundsOf(rect) };
    if (before && isSame(before, now)) return [];
    if (before) this.remove(id);
    this.#things.set(id, now);
    for (const square of squaresOf(now)) {
      const there = this.#squares.get(square) ?? new Set();
      this.#squares.set(square, there.add(now));
    }
    return before ? [before, now] : [now];
  }

  remove(id: string): readonly Bounds[] {
    const thing = this.#things.get(id);
    if (!thing) return [];
    this.#things.delete(id);
    for (const square of squaresOf(thing)) this.#squares.get(square)?.delete(thing);
    return [thing];
  }

  ids(): readonly string[] {
    return [...this.#things.keys()];
  }

  /** All that touch it, by their ids, so that the order in which they came says nothing. */
  within(bounds: Bounds): readonly Thing[] {
    const found = new Set<Thing>();
    for (const square of squaresOf(bounds)) {
      for (const thing of this.#squares.get(square) ?? []) if (meet(thing, bounds)) found.add(thing);
    }
    return [...found].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Whether there is a note; a heading is none. */
  isFree(bounds: Bounds): boolean {
    for (const square of squaresOf(bounds)) {
      for (const thing of this.#squares.get(square) ?? []) if (!thing.soft && meet(thing, bounds)) return false;
    }
    return true;
  }
}

/** Half a pixel is no move. */
function isSame(a: Bounds, b: Bounds): boolean {
  const far = [a.left - b.left, a.top - b.top, a.right - b.right, a.bottom - b.bottom];
  return far.every((by) => Math.abs(by) < 0.5);
}

function squaresOf({ left, top, right, bottom }: Bounds): readonly number[] {
  const squares: number[] = [];
  const index = (length: number) => Math.floor(length / SQUARE);
  for (let row = index(top); row <= index(bottom); row += 1) {
    for (let column = index(left); column <= index(right); column += 1) squares.push(row * 65_536 + column);
  }
  return squares;
}
