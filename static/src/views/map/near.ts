/** Which notes of a plane are near what is in sight, from where they lie. */

import { distance } from "./arrows/line";
import { around, boundsOf, meet, middleOf } from "./arrows/shapes";
import type { Bounds, Rect } from "./arrows/shapes";

/** At most so many pixels away, the nearest to the middle first. */
export function nearTo(sight: Bounds, places: ReadonlyMap<string, Rect>, pixels: number): readonly string[] {
  const wide = around(sight, sight, pixels);
  const middle = { x: (sight.left + sight.right) / 2, y: (sight.top + sight.bottom) / 2 };
  return [...places]
    .filter(([, place]) => meet(boundsOf(place), wide))
    .map(([id, place]) => ({ id, far: distance(middleOf(place), middle) }))
    .toSorted((a, b) => a.far - b.far)
    .map(({ id }) => id);
}

/** What can be seen of the plane, in its own pixels; null if it is not drawn. */
export function sightOn(plane: HTMLElement | null, zoom: number): Bounds | null {
  const [own, stage] = [plane?.getBoundingClientRect(), plane?.closest(".stage")?.getBoundingClientRect()];
  if (!own || !stage) return null;
  return {
    left: (stage.left - own.left) / zoom,
    top: (stage.top - own.top) / zoom,
    right: (stage.right - own.left) / zoom,
    bottom: (stage.bottom - own.top) / zoom,
  };
}
