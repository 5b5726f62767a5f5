/** How high the rows of a table are: each as it was last drawn, others as the first ones were on average. */

import type { Desk } from "../../parts/desk";

const UNSEEN_PIXELS = 64;

export class Heights {
  readonly #seen = new Map<string, number>();
  #usual = UNSEEN_PIXELS;

  /** In pixels. */
  of(id: string): number {
    return this.#seen.get(id) ?? this.#usual;
  }

  ofAll(ids: readonly string[], from: number, to: number): number {
    let sum = 0;
    for (let i = from; i < to; i += 1) sum += this.of(ids[i] ?? "");
    return sum;
  }

  /**
   * Rows as they are drawn now. What is usual stays as it was found first: nothing moves as more of them are seen.
   *
   * True: these were the first ones.
   */
  see(rows: readonly (readonly [string, number])[]): boolean {
    const drawn = rows.filter(([, height]) => height > 0);
    const isFirst = this.#seen.size === 0 && drawn.length > 0;
    if (isFirst) this.#usual = drawn.reduce((sum, [, height]) => sum + height, 0) / drawn.length;
    for (const [id, height] of drawn) this.#seen.set(id, height);
    return isFirst;
  }
}

const known = new WeakMap<Desk, Heights>();

/** Whoever comes back to the table finds its rows as high as they were. */
export function heightsOf(desk: Desk): Heights {
  const before = known.get(desk);
  if (before) return before;
  const heights = new Heights();
  known.set(desk, heights);
  return heights;
}
