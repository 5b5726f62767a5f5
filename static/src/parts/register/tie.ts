/** Saying what a note is, or is about, in the project's index: the note's words stay as they are. */

import type { Note } from "../../board/items";
import { act } from "../acts";
import type { Desk } from "../desk";
import { isLeading, mayChange } from "../may";

export function mayTie(desk: Desk, note: Note): boolean {
  return isLeading(desk) && mayChange(desk, note);
}

export function openTie(desk: Desk, note: string): void {
  desk.dialog.value = { name: "tie", note };
}

/** Only what differs is sent. */
export function tieNote(desk: Desk, note: Note, entity: string | null, about: readonly string[]): void {
  const fields = {
    ...((note.entity ?? null) === entity ? {} : { entity }),
    ...((note.about ?? []).join() === about.join() ? {} : { about: about.length > 0 ? about : null }),
  };
  if (Object.keys(fields).length === 0) return;
  act(desk, { type: "note.tie", note: note.id, fields }, "undo.tie");
  desk.tell(desk.say("tie.changed"));
}
