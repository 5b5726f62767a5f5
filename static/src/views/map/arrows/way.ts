/** The way of an arrow from one note to another, around all others: short, with few bends, the same whenever it is asked. */

import type { Ground } from "./ground";
import { latticeOf } from "./lattice";
import { portsOf } from "./ports";
import { search } from "./search";
import { around, boundsOf, meet } from "./shapes";
import type { Rect, Route } from "./shapes";
import { borderTowards, middleBetween } from "./straight";

/** How far around both ends a way is looked for: near first, since most arrows are short. */
const MARGINS = [72, 320, 1600, Infinity];
const FAR = 1e6;

export interface Ends {
  readonly from: string;
  readonly to: string;
}

export interface Way {
  readonly route: Route;
  /** False: there is none around the notes, so it goes straight and behind them. */
  readonly isAround: boolean;
}

/** Whoever asks may pause it, as long as nothing moves on the ground. */
export function* wayBetween(ground: Ground, { from, to }: Ends, all: Rect): Generator<undefined, Way | null> {
  const [a, b] = [ground.get(from), ground.get(to)];
  if (!a || !b) return null;
  const [start, end] = [rectOf(a), rectOf(b)];
  if (meet(a, b)) return { route: straight(start, end), isAround: false };
  const [leaving, coming] = [portsOf(ground, from, start, end), portsOf(ground, to, end, start)];
  const ports = [...leaving, ...coming];
  const must = { xs: ports.map(({ off }) => off.x), ys: ports.map(({ off }) => off.y) };
  for (const margin of leaving.length > 0 && coming.length > 0 ? MARGINS : []) {
    const wide = around(a, b, Math.min(margin, FAR));
    const bounds = margin === Infinity ? around(boundsOf(all), around(a, b, 32), 32) : wide;
    const route = yield* search(latticeOf(ground.within(bounds), bounds, must), leaving, coming, b);
    if (route) return { route, isAround: true };
    if (contains(bounds, boundsOf(all))) break;
  }
  return { route: straight(start, end), isAround: false };
}

function straight(from: Rect, to: Rect): Route {
  const via = middleBetween(from, to);
  return [borderTowards(from, via), borderTowards(to, via)];
}

function rectOf({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }): Rect {
  return { left, top, width: right - left, height: bottom - top };
}

function contains(a: ReturnType<typeof boundsOf>, b: ReturnType<typeof boundsOf>): boolean {
  return a.left <= b.left && a.top <= b.top && a.right >= b.right && a.bottom >= b.bottom;
}
