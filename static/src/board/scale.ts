/** Places on a plane as people speak of them: 1 to 5 on each axis, and four quarters with names. */

import { title } from "./title";
import type { Axis, Language, QuarterKey, Zone } from "./items";

/** Where the coordinates of a plane end; they begin at 0, and y grows upwards. */
export const FARTHEST = 10_000;

const STEP = FARTHEST / 5;

/** 0…10000 as 1…5, in five steps of the same width. */
export function scaleOf(value: number): number {
  return Math.min(4, Math.max(0, Math.floor(value / STEP))) + 1;
}

/** The middle of a step 1…5, as a coordinate. */
export function atScale(scale: number): number {
  return (Math.min(5, Math.max(1, Math.round(scale))) - 1) * STEP + STEP / 2;
}

/** A coordinate that the engine takes: whole, and on the plane. */
export function onPlane(value: number): number {
  return Math.min(FARTHEST, Math.max(0, Math.round(value)));
}

export type End = "low" | "high";

export function endOf(value: number): End {
  return value < FARTHEST / 2 ? "low" : "high";
}

/** One quarter of a plane: what a reader who sees no picture calls a place on it. */
export interface Quarter {
  readonly key: QuarterKey;
  readonly x: End;
  readonly y: End;
  /** Its own name, or else its ends of both axes. */
  readonly title: string;
  /** Its ends of both axes: *How badly: stops everything · How often: rarely*. */
  readonly ends: string;
  /** Its middle: where a note goes that is moved to the quarter by name. */
  readonly at: { readonly x: number; readonly y: number };
}

const CORNERS: readonly (readonly [End, End])[] = [
  ["high", "high"],
  ["low", "high"],
  ["high", "low"],
  ["low", "low"],
];

/** The quarters from high to low, first by y. A plane whose axes mean nothing has none: it is one place. */
export function quarters(
  { axes, quadrants }: Pick<Zone, "axes" | "quadrants">,
  language: Language,
): readonly Quarter[] {
  if (!axes) return [];
  return CORNERS.map(([x, y]) => {
    const ends = `${endTitle(axes.y, y, language)} · ${endTitle(axes.x, x, language)}`;
    const key: QuarterKey = `${x}_${y}`;
    return { key, x, y, title: title(quadrants?.[key], language) || ends, ends, at: { x: middle(x), y: middle(y) } };
  });
}

function endTitle(axis: Axis, end: End, language: Language): string {
  return `${title(axis.title, language)}: ${title(axis[end], language)}`;
}

function middle(end: End): number {
  return end === "low" ? FARTHEST / 4 : (3 * FARTHEST) / 4;
}
