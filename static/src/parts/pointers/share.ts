/** A point inside a place, as shares of its box: the same note is pointed at on a screen of another size. */

import { FARTHEST, onPlane } from "../../board/scale";
import type { Point } from "./where";

type Box = Pick<DOMRect, "left" | "top" | "width" | "height">;

export function pointIn(zone: string, box: Box, x: number, y: number): Point | null {
  if (box.width === 0 || box.height === 0) return null;
  return {
    zone,
    x: onPlane(((x - box.left) / box.width) * FARTHEST),
    y: onPlane(((y - box.top) / box.height) * FARTHEST),
  };
}

/** In pixels from the corner of `frame`, in which one pixel is drawn `scale` times as large. */
export function spotOf(point: Omit<Point, "zone">, box: Box, frame: Box, scale: number): { left: number; top: number } {
  return {
    left: (box.left - frame.left + (point.x / FARTHEST) * box.width) / scale,
    top: (box.top - frame.top + (point.y / FARTHEST) * box.height) / scale,
  };
}
