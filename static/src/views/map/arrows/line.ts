/** A route as SVG path data: round at its corners, and aside of itself where several run along it. */

import type { Point, Route } from "./shapes";

const ROUND = 9;

export function pathOf(route: Route): string {
  const [first, ...others] = route;
  if (!first) return "";
  const parts = [`M${pair(first)}`];
  for (const [i, corner] of others.entries()) {
    const [before, after] = [route[i] as Point, others[i + 1]];
    if (!after) parts.push(`L${pair(corner)}`);
    else {
      const by = Math.min(ROUND, distance(before, corner) / 2, distance(corner, after) / 2);
      parts.push(`L${pair(towards(corner, before, by))}Q${pair(corner)} ${pair(towards(corner, after, by))}`);
    }
  }
  return parts.join("");
}

/** The route of one that runs `by` to the right of it, seen along the way. */
export function asideOf(route: Route, by: number): Route {
  if (by === 0) return route;
  return route.map((point, i) => {
    const [before, after] = [route[i - 1], route[i + 1]];
    const [a, b] = [before && normal(before, point), after && normal(point, after)];
    if (!a || !b) return moved(point, a ?? b ?? { x: 0, y: 0 }, by);
    // At a right angle both sides move; on a straight line one does.
    const isStraight = Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < 0.01;
    return isStraight ? moved(point, a, by) : moved(moved(point, a, by), b, by);
  });
}

function moved({ x, y }: Point, along: Point, by: number): Point {
  return { x: x + along.x * by, y: y + along.y * by };
}

function normal(from: Point, to: Point): Point {
  const length = distance(from, to) || 1;
  return { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
}

export function towards(from: Point, to: Point, by: number): Point {
  const share = by / (distance(from, to) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

function pair({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
