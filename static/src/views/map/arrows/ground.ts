/** What lies on the sheet: notes, which a line goes around, and headings, which it rather does not cross. */

import { boundsOf } from "./shapes";
import type { Bounds, Rect } from "./shapes";
import { Squares } from "./squares";

export interface Thing extends Bounds {
  readonly id: string;
  /** Words that may be crossed where there is no other way. */
  readonly soft: boolean;
  /** As it was put there: the same object need not be looked at again. */
  readonly rect: Rect;
}

export class Ground {
  readonly #things = new Map<string, Thing>();
  readonly #squares = new Squares<Thing>();

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
    this.#squares.add(now);
    return before ? [before, now] : [now];
  }

  remove(id: string): readonly Bounds[] {
    const thing = this.#things.get(id);
    if (!thing) return [];
    this.#things.delete(id);
    this.#squares.delete(thing);
    return [thing];
  }

  ids(): readonly string[] {
    return [...this.#things.keys()];
  }

  /** All that touch it, by their ids, so that the order in which they came says nothing. */
  within(bounds: Bounds): readonly Thing[] {
    return [...this.touching(bounds)].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The same, where their order says nothing. */
  touching(bounds: Bounds): ReadonlySet<Thing> {
    return this.#squares.touching(bounds);
  }

  /** Whether there is a note; a heading is none. */
  isFree(bounds: Bounds): boolean {
    return !this.#squares.some(bounds, ({ soft }) => !soft);
  }

  /** Whether there is nothing at all. */
  isBare(bounds: Bounds): boolean {
    return !this.#squares.some(bounds, () => true);
  }
}

/** Half a pixel is no move. */
function isSame(a: Bounds, b: Bounds): boolean {
  const far = [a.left - b.left, a.top - b.top, a.right - b.right, a.bottom - b.bottom];
  return far.every((by) => Math.abs(by) < 0.5);
}
