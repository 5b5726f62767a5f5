/** The cheapest way through a lattice: short, with few bends. A* over crossings, each by how it was come to. */

import { Heap } from "./heap";
import { above } from "./lattice";
import type { Lattice } from "./lattice";
import type { Port } from "./ports";
import type { Bounds, Point } from "./shapes";

const BEND = 28;
const MOST_LOOKED_AT = 250_000;
/** How a crossing was come to. */
const ACROSS = 0;
const ALONG = 1;

/** What a search needs, kept for the next one. */
let costs = new Float32Array(0);
let origins = new Int32Array(0);

/** The corners from a port of the first to a port of the other; null where there is no way. */
export function search(lattice: Lattice, from: readonly Port[], to: readonly Port[], goal: Bounds): Point[] | null {
  const { xs, ys, right, down } = lattice;
  const columns = xs.length;
  const count = columns * ys.length * 2;
  if (costs.length < count) {
    costs = new Float32Array(count);
    origins = new Int32Array(count);
  }
  costs.fill(Infinity, 0, count);
  const open = new Heap();
  const ends = new Map<number, Port[]>();
  const crossingOf = ({ off }: Port) => indexOf(ys, off.y) * columns + indexOf(xs, off.x);
  for (const port of to) ends.set(crossingOf(port), [...(ends.get(crossingOf(port)) ?? []), port]);
  const left = (crossing: number) => {
    const [x, y] = [xs[crossing % columns] ?? 0, ys[Math.floor(crossing / columns)] ?? 0];
    const dx = Math.max(goal.left - x, x - goal.right, 0);
    const dy = Math.max(goal.top - y, y - goal.bottom, 0);
    return dx + dy + (dx > 0 && dy > 0 ? BEND : 0);
  };
  const reach = (state: number, cost: number, origin: number) => {
    if (cost >= (costs[state] ?? 0)) return;
    costs[state] = cost;
    origins[state] = origin;
    open.push(state, cost + left(state >> 1));
  };
  for (const port of from) reach(crossingOf(port) * 2 + (port.isAcross ? ACROSS : ALONG), port.cost, -1);
  let best = { cost: Infinity, state: -1, port: undefined as Port | undefined };
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += 1) {
    const next = open.pop();
    if (!next || next.cost >= best.cost) break;
    const { item: state } = next;
    const [crossing, came, cost] = [state >> 1, state & 1, costs[state] ?? 0];
    if (next.cost > cost + left(crossing) + 0.01) continue; // it was come to in a cheaper way since
    for (const port of ends.get(crossing) ?? []) {
      const whole = cost + port.cost + ((port.isAcross ? ACROSS : ALONG) === came ? 0 : BEND);
      if (whole < best.cost) best = { cost: whole, state, port };
    }
    const [toSide, toDown] = [cost + (came === ACROSS ? 0 : BEND), cost + (came === ALONG ? 0 : BEND)];
    const step = (to: number, by: number, way: number, base: number) => {
      if (by > 0) reach(to * 2 + way, base + by, state);
    };
    if (crossing % columns < columns - 1) step(crossing + 1, right[crossing] ?? 0, ACROSS, toSide);
    if (crossing % columns > 0) step(crossing - 1, right[crossing - 1] ?? 0, ACROSS, toSide);
    step(crossing + columns, down[crossing] ?? 0, ALONG, toDown);
    step(crossing - columns, down[crossing - columns] ?? 0, ALONG, toDown);
  }
  if (!best.port) return null;
  return cornersTo(lattice, best.state, from, best.port, crossingOf);
}

function cornersTo(
  { xs, ys }: Lattice,
  end: number,
  from: readonly Port[],
  to: Port,
  crossingOf: (port: Port) => number,
): Point[] {
  const columns = xs.length;
  const points: Point[] = [to.on];
  let state = end;
  let first = end;
  for (; state >= 0; state = origins[state] ?? -1) {
    const crossing = state >> 1;
    points.push({ x: xs[crossing % columns] ?? 0, y: ys[Math.floor(crossing / columns)] ?? 0 });
    first = state;
  }
  const start = from.find(
    (port) => crossingOf(port) === first >> 1 && (port.isAcross ? ACROSS : ALONG) === (first & 1),
  );
  if (start) points.push(start.on);
  return withoutBetween(points.toReversed());
}

/** Only where it bends. */
export function withoutBetween(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && Math.abs(last.x - point.x) < 0.01 && Math.abs(last.y - point.y) < 0.01) continue;
    const isOn =
      before &&
      last &&
      ((Math.abs(before.x - last.x) < 0.01 && Math.abs(last.x - point.x) < 0.01) ||
        (Math.abs(before.y - last.y) < 0.01 && Math.abs(last.y - point.y) < 0.01));
    if (isOn) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** Of a line that there is. */
function indexOf(lines: readonly number[], value: number): number {
  return above(lines, value) - 1;
}
