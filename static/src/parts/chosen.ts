/** Notes in hand. */

import { isNote } from "../board/items";
import type { Note } from "../board/items";
import type { Desk } from "./desk";

/** The notes in hand, in reading order. */
export function chosenNotes(desk: Desk): readonly Note[] {
  const { inHand, arrangement, store } = desk;
  if (inHand.value.size === 0) return [];
  const all = arrangement.value.areas.flatMap(({ notes }) => notes);
  return all.filter(({ id }) => inHand.value.has(id) && isNote(store.items.value.get(id)));
}

/** A click takes this one in hand, or lets it go; with Shift or Ctrl it joins those in hand. */
export function chosenAfter(before: ReadonlySet<string>, note: string, joins: boolean): ReadonlySet<string> {
  const after = new Set(joins ? before : []);
  if (before.has(note) && (joins || before.size === 1)) after.delete(note);
  else after.add(note);
  return after;
}
