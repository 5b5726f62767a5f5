/** Tidying a board: late notes are taken in, and what does not belong in the output is left out. */

import type { Note } from "../../board/items";
import type { Wish } from "../../board/operations";
import type { Desk } from "../desk";
import { isLeading } from "../may";
import { excerpt } from "../wording";

export function takeIn(desk: Desk, notes: readonly Note[]): void {
  desk.store.act(notes.map((note): Wish => ({ type: "note.take_in", note: note.id })));
  desk.tell(desk.say("late.taken", { text: textsOf(notes) }));
}

export function leaveOut(desk: Desk, notes: readonly Note[], out: boolean): void {
  const wishes = notes.map((note): Wish => ({ type: "note.leave_out", note: note.id, out }));
  desk.store.act(wishes, { undo: desk.say("undo.out") });
  desk.tell(desk.say(out ? "out.told" : "out.told.back", { text: textsOf(notes) }));
}

/** Whether this may be done here: by those who lead, once the workshop is over. */
export function mayLeaveOut(desk: Desk): boolean {
  return isLeading(desk) && desk.board.value?.ended === true;
}

function textsOf(notes: readonly Note[]): string {
  return notes.map(({ text }) => excerpt(text)).join(", ");
}
