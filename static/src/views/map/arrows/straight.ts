/** Where a straight line between two notes begins and ends: for arrows that have no way around. */

import { middleOf } from "./shapes";
import type { Point, Rect } from "./shapes";

const GAP = 3;

export function middleBetween(from: Rect, to: Rect): Point {
  const [a, b] = [middleOf(from), middleOf(to)];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Where the line from the middle towards a point leaves the rectangle, and a little beyond. */
export function borderTowards(rect: Rect, towards: Point): Point {
  const middle = middleOf(rect);
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  if (dx === 0 && dy === 0) return middle;
  const across = dx === 0 ? Infinity : (rect.width / 2 + GAP) / Math.abs(dx);
  const along = dy === 0 ? Infinity : (rect.height / 2 + GAP) / Math.abs(dy);
  const share = Math.min(across, along, 1);
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}
