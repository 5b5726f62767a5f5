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

/** After so many it may pause. */
const AT_A_TIME = 400;

/** What a search needs, kept for the next one; one that pauses keeps its own. */
interface Table {
  readonly costs: Float32Array;
  readonly origins: Int32Array;
}

let spare: Table = { costs: new Float32Array(0), origins: new Int32Array(0) };

function tableFor(count: number): Table {
  const { costs, origins } = spare;
  const isEnough = costs.length >= count;
  const table = isEnough ? { costs, origins } : { costs: new Float32Array(count), origins: new Int32Array(count) };
  spare = { costs: new Float32Array(0), origins: new Int32Array(0) };
  table.costs.fill(Infinity, 0, count);
  return table;
}

/** The corners from a port of the first to a port of the other; null where there is no way. Whoever asks may pause it. */
export function* search(
  lattice: Lattice,
  from: readonly Port[],
  to: readonly Port[],
  goal: Bounds,
): Generator<undefined, Point[] | null> {
  const goesOn = looking(lattice, from, to, goal);
  let found = goesOn(AT_A_TIME);
  while (found === undefined) {
    yield;
    found = goesOn(AT_A_TIME);
  }
  return found;
}

/** What looks at so many more crossings, and tells what it has found once it has come to an end. */
function looking(lattice: Lattice, from: readonly Port[], to: readonly Port[], goal: Bounds) {
  const { xs, ys, right, down } = lattice;
  const columns = xs.length;
  const table = tableFor(columns * ys.length * 2);
  const { costs, origins } = table;
  const open = new Heap();
  const ends = new Map<number, Port[]>();
  for (const port of to) {
    const crossing = crossingOf(lattice, port);
    ends.set(crossing, [...(ends.get(crossing) ?? []), port]);
  }
  const across = Float64Array.from(xs, (x) => Math.max(goal.left - x, x - goal.right, 0));
  const along = Float64Array.from(ys, (y) => Math.max(goal.top - y, y - goal.bottom, 0));
  const left = (crossing: number) => {
    const row = Math.floor(crossing / columns);
    const [dx, dy] = [across[crossing - row * columns] ?? 0, along[row] ?? 0];
    return dx + dy + (dx > 0 && dy > 0 ? BEND : 0);
  };
  const reach = (state: number, cost: number, origin: number) => {
    if (cost >= (costs[state] ?? 0)) return;
    costs[state] = cost;
    origins[state] = origin;
    open.push(state, cost + left(state >> 1));
  };
  for (const port of from) reach(crossingOf(lattice, port) * 2 + (port.isAcross ? ACROSS : ALONG), port.cost, -1);
  let best = { cost: Infinity, state: -1, port: undefined as Port | undefined };
  const end = () => {
    spare = table;
    return best.port ? cornersTo(lattice, origins, best.state, from, best.port) : null;
  };
  let looked = 0;
  return (count: number): Point[] | null | undefined => {
    const until = Math.min(looked + count, MOST_LOOKED_AT);
    for (; looked < until; looked += 1) {
      const next = open.pop();
      if (!next || next.cost >= best.cost) return end();
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
    return looked < MOST_LOOKED_AT ? undefined : end();
  };
}

function crossingOf({ xs, ys }: Lattice, { off }: Port): number {
  return indexOf(ys, off.y) * xs.length + indexOf(xs, off.x);
}

function cornersTo(lattice: Lattice, origins: Int32Array, end: number, from: readonly Port[], to: Port): Point[] {
  const { xs, ys } = lattice;
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
    (port) => crossingOf(lattice, port) === first >> 1 && (port.isAcross ? ACROSS : ALONG) === (first & 1),
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
