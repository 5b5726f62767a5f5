/** Which place of the board lies under a point of the screen. */

import { FARTHEST, onPlane } from "../board/scale";
import type { Spot } from "../board/place";
import { angleAt } from "./ring-shape";

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The spot under a dragged note, or null on empty ground.
 *
 * at: the pointer, which chooses the zone. middle: of the note's picture, which chooses the point on a plane or ring.
 */
export function spotUnder(at: Point, middle: Point, notes: readonly string[] = []): Spot | null {
  const found = document.elementFromPoint(at.x, at.y)?.closest<Element>("[data-zone]");
  const zone = found?.getAttribute("data-zone");
  if (!found || !zone) return null;
  const plane = found.closest("[data-plane]");
  if (plane) return { zone, ...shareOf(plane.getBoundingClientRect(), middle) };
  const rings = found.closest("[data-rings]");
  if (rings) return { zone, angle: angleAt(rings.getBoundingClientRect(), middle) };
  return { zone, index: indexUnder(found, at, notes) };
}

function shareOf(box: DOMRect, { x, y }: Point) {
  const across = ((x - box.left) / box.width) * FARTHEST;
  const up = ((box.bottom - y) / box.height) * FARTHEST;
  return { x: onPlane(across), y: onPlane(up) };
}

/** Among the notes that are not moved of the zone, before the first whose middle is below the pointer. */
function indexUnder(zone: Element, at: Point, notes: readonly string[]): number {
  const cards = [...zone.querySelectorAll<HTMLElement>("li > .note")].filter(
    (card) => !notes.includes(card.querySelector("[data-note]")?.getAttribute("data-note") ?? ""),
  );
  const below = cards.findIndex((card) => {
    const box = card.getBoundingClientRect();
    return at.y < box.top + box.height / 2;
  });
  return below === -1 ? cards.length : below;
}
