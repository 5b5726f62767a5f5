/** Notes that arrived after the end of a workshop: until somebody who leads takes them in they are no part of the board. */

import { isNote } from "./items";
import type { Item, Items, Note } from "./items";

export function isWaiting(item: Item | undefined): item is Note {
  return isNote(item) && item.late === true && item.private === true;
}

/** In the order in which they were told. */
export function lateIn(items: Items): readonly Note[] {
  const late: Note[] = [];
  for (const item of items.values()) if (isWaiting(item)) late.push(item);
  return late;
}

/** What the board holds; the same map where nothing waits. */
export function withoutLate(items: Items): Items {
  const late = lateIn(items);
  if (late.length === 0) return items;
  const after = new Map(items);
  for (const { id } of late) after.delete(id);
  return after;
}
