/** Lengths are the sheet's own pixels, before it is enlarged. */

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The corners of a line, from border to border. */
export type Route = readonly Point[];

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function boundsOf({ left, top, width, height }: Rect): Bounds {
  return { left, top, right: left + width, bottom: top + height };
}

export function middleOf({ left, top, width, height }: Rect): Point {
  return { x: left + width / 2, y: top + height / 2 };
}

export function around(a: Bounds, b: Bounds, by = 0): Bounds {
  return {
    left: Math.min(a.left, b.left) - by,
    top: Math.min(a.top, b.top) - by,
    right: Math.max(a.right, b.right) + by,
    bottom: Math.max(a.bottom, b.bottom) + by,
  };
}

/** Whether they share more than a border. */
export function meet(a: Bounds, b: Bounds): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

export function holds(outer: Bounds, inner: Bounds): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}

/** The least that holds a route, and `by` around it. */
export function boundsAlong(route: Route, by = 0): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of route) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

/** Whether a piece of a route passes through the box, farther in than `by`. */
export function passes(route: Route, box: Bounds, by = 0): boolean {
  const inner = { left: box.left + by, top: box.top + by, right: box.right - by, bottom: box.bottom - by };
  return route.some((to, i) => {
    const from = route[i - 1];
    if (!from) return false;
    const piece = boundsAlong([from, to], 0.01);
    return meet(piece, inner);
  });
}
