/**
 * What others do to notes may wait: each stays where its reader has it, until the reader goes on.
 *
 * Only what is seen is held. The board itself goes on: what one does is done to the notes as they are now.
 */

import { isNote } from "./items";
import type { Item, Items, Note } from "./items";

/** The notes as they were when they were last shown. */
export type Kept = ReadonlyMap<string, Note>;

/** What waits to be shown in one zone. */
export interface Waiting {
  /** Notes that are not shown there yet, by id. */
  readonly notes: readonly string[];
  /** How many are shown there in an earlier place or wording. */
  readonly changed: number;
}

export interface Held {
  /** The board with the notes as they are shown: those that have left still among them, those that came not yet. */
  readonly items: Items;
  /** By zone. */
  readonly waiting: ReadonlyMap<string, Waiting>;
  /** Notes that are no longer where they are shown: the zone that they went to, or null if they were removed. */
  readonly left: ReadonlyMap<string, string | null>;
}

export function notesOf(items: Items): Kept {
  return new Map([...items.values()].filter(isNote).map((note) => [note.id, note] as const));
}

/** Nothing waits. */
export function unheld(items: Items): Held {
  return { items, waiting: new Map(), left: new Map() };
}

/** What is kept after a change: what one did oneself is taken in at once, and so is what lies in a zone that has gone. */
export function takeIn(kept: Kept, items: Items, isOwn: (id: string) => boolean): Kept {
  // A copy only where something changes: every event of everybody comes through here.
  const taken: Note[] = [];
  const gone: string[] = [];
  for (const [id, was] of kept) {
    if (!isOwn(id) && items.has(was.zone)) continue;
    const now = items.get(id);
    if (!isNote(now)) gone.push(id);
    else if (now !== was) taken.push(now);
  }
  for (const [id, item] of items) if (isNote(item) && !kept.has(id) && isOwn(id)) taken.push(item);
  if (taken.length === 0 && gone.length === 0) return kept;
  const next = new Map(kept);
  for (const id of gone) next.delete(id);
  for (const note of taken) next.set(note.id, note);
  return next;
}

/** Take in all that waits in these zones. What went from them elsewhere is put away here, and waits there. */
export function takeInZones(kept: Kept, items: Items, zones: ReadonlySet<string>): Kept {
  const next = new Map(kept);
  for (const [id, { zone }] of kept) {
    const now = items.get(id);
    if (zones.has(zone) && (!isNote(now) || now.zone !== zone)) next.delete(id);
  }
  for (const note of notesOf(items).values()) if (zones.has(note.zone)) next.set(note.id, note);
  return next;
}

/** `whole`: the texts wait too, and not only the places. */
export function hold(kept: Kept, items: Items, whole: boolean): Held {
  const shown = new Map<string, Item>(items);
  const left = new Map<string, string | null>();
  const waiting = new Map<string, { notes: string[]; changed: number }>();
  const at = (zone: string) => {
    const here = waiting.get(zone) ?? { notes: [], changed: 0 };
    waiting.set(zone, here);
    return here;
  };
  for (const [id, note] of items) {
    if (!isNote(note)) continue;
    const was = kept.get(id);
    if (was === undefined) shown.delete(id);
    else if (was.zone !== note.zone || isMoved(was, note) || (whole && was !== note)) {
      shown.set(id, whole ? was : placedAs(note, was));
    }
    if (was?.zone !== note.zone) at(note.zone).notes.push(id);
    else if (isMoved(was, note) || (whole && was.text !== note.text)) at(note.zone).changed += 1;
    if (was !== undefined && was.zone !== note.zone) left.set(id, note.zone);
  }
  for (const [id, was] of kept) {
    if (items.has(id)) continue;
    shown.set(id, was);
    left.set(id, null);
  }
  return { items: shown, waiting, left };
}

/** By the note as it is: what has not changed meanwhile stays the same object. */
const placed = new WeakMap<Note, { readonly was: Note; readonly shown: Note }>();

function placedAs(note: Note, was: Note): Note {
  const before = placed.get(note);
  if (before?.was === was) return before.shown;
  const shown = { ...note, ...placeOf(was) };
  placed.set(note, { was, shown });
  return shown;
}

const PLACES = ["zone", "order", "angle", "x", "y"] as const;

function isMoved(was: Note, now: Note): boolean {
  return PLACES.some((name) => was[name] !== now[name]);
}

function placeOf({ zone, order, angle, x, y }: Note): Partial<Note> {
  return { zone, order, angle, x, y } as Partial<Note>;
}
