/** What lies on the sheet, found by the squares of it that it touches. */

import { meet } from "./shapes";
import type { Bounds } from "./shapes";

const SQUARE = 256;
/** More than there are squares across. */
const ROW = 65_536;

export class Squares<T extends Bounds> {
  readonly #squares = new Map<number, Set<T>>();

  add(box: T): void {
    each(box, (square) => {
      const there = this.#squares.get(square);
      if (there) there.add(box);
      else this.#squares.set(square, new Set([box]));
      return false;
    });
  }

  delete(box: T): void {
    each(box, (square) => {
      this.#squares.get(square)?.delete(box);
      return false;
    });
  }

  /** All that share more than a border with it. */
  touching(bounds: Bounds): ReadonlySet<T> {
    const found = new Set<T>();
    this.some(bounds, (box) => {
      found.add(box);
      return false;
    });
    return found;
  }

  /** Whether it holds of any that touches; it may be asked of one twice. */
  some(bounds: Bounds, is: (box: T) => boolean): boolean {
    return each(bounds, (square) => {
      const there = this.#squares.get(square);
      if (there) for (const box of there) if (meet(box, bounds) && is(box)) return true;
      return false;
    });
  }
}

/** Square by square, until one is enough. */
function each({ left, top, right, bottom }: Bounds, isEnough: (square: number) => boolean): boolean {
  const [first, last] = [Math.floor(left / SQUARE), Math.floor(right / SQUARE)];
  const lowest = Math.floor(bottom / SQUARE);
  for (let row = Math.floor(top / SQUARE); row <= lowest; row += 1) {
    for (let column = first; column <= last; column += 1) if (isEnough(row * ROW + column)) return true;
  }
  return false;
}
