/** Where the words of an arrow stand: on its line, on no note and on no other's line or words; upright lines are read upwards. */

import type { Ground } from "./ground";
import { distance, towards } from "./line";
import { boundsAlong } from "./shapes";
import type { Bounds, Point, Route } from "./shapes";
import { Squares } from "./squares";

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly turned: boolean;
  readonly width: number;
}

const LETTER_PIXELS = 6.6;
const PADDING = 10;
const HEIGHT = 17;
const SHARES = [0.5, 0.3, 0.7, 0.15, 0.85];
/** Words that are longer than their piece of line may stand out a little. */
const OUT = 14;
const CLEAR = 1;

interface Piece extends Bounds {
  /** Of the route that it is a piece of. */
  readonly key: string;
}

export class Labels {
  readonly #ground: Ground;
  readonly #routes: ReadonlyMap<string, Route>;
  readonly #taken = new Squares<Bounds>();
  readonly #pieces = new Squares<Piece>();

  /** `routes`: of all that are drawn, by their keys. */
  constructor(ground: Ground, routes: ReadonlyMap<string, Route>) {
    this.#ground = ground;
    this.#routes = routes;
    for (const [key, route] of routes) {
      for (const [i, to] of route.slice(1).entries()) {
        this.#pieces.add({ key, ...boundsAlong([route[i] as Point, to], CLEAR) });
      }
    }
  }

  /** `covers`: it may lie on other lines. Null: there is no room for it; it is told in the list of arrows all the same. */
  place(words: string, key: string, covers = false): Label | null {
    const route = this.#routes.get(key) ?? [];
    const width = [...words].length * LETTER_PIXELS + PADDING;
    const pieces = route.slice(1).map((to, i) => ({ from: route[i] as Point, to }));
    for (const { from, to } of pieces.toSorted((a, b) => distance(b.from, b.to) - distance(a.from, a.to))) {
      const isLevel = Math.abs(from.y - to.y) < Math.abs(from.x - to.x);
      const length = distance(from, to);
      for (const turned of isLevel ? [false] : [false, true]) {
        if (length + OUT < (isLevel || turned ? width : HEIGHT + OUT)) continue;
        for (const share of SHARES) {
          const at = towards(from, to, length * share);
          const box = boxOf(at, width, turned);
          if (!this.#isFree(box, key, covers)) continue;
          this.#taken.add(box);
          return { ...at, turned, width };
        }
      }
    }
    return null;
  }

  #isFree(box: Bounds, key: string, covers: boolean): boolean {
    if (box.left < 0 || box.top < 0 || this.#taken.some(box, () => true) || !this.#ground.isBare(box)) return false;
    return covers || !this.#pieces.some(box, (piece) => piece.key !== key);
  }
}

function boxOf({ x, y }: Point, width: number, turned: boolean): Bounds {
  const [across, along] = turned ? [HEIGHT, width] : [width, HEIGHT];
  return { left: x - across / 2, right: x + across / 2, top: y - along / 2, bottom: y + along / 2 };
}
