/** Of notes that somebody removed or moved away while they were looked at. */

import type { Note } from "../board/items";
import type { Desk } from "./desk";

/** How many of these notes are still where they are shown. */
export function countOf({ holding }: Desk, notes: readonly Note[]): number {
  return notes.filter(({ id }) => !holding.left.value.has(id)).length;
}

/** To the fraction of a pixel, whatever the zoom. */
export function drawnHeight(note: string): number {
  const face = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(note)}"]`);
  const frame = face?.closest<HTMLElement>(".note");
  return frame ? parseFloat(getComputedStyle(frame).height) || 0 : 0;
}
