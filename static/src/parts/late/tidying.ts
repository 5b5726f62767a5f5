/** Tidying a board: late notes are taken in, what does not belong in the output is left out, notes become one. */

import type { Note } from "../../board/items";
import type { Wish } from "../../board/operations";
import type { Desk } from "../desk";
import { isLeading, mayWrite } from "../may";
import { tooLong } from "../TextLimits";
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

/** The first one gets the text of all, below each other; the others go. One act, so one undo brings them back. */
export function mergeNotes(desk: Desk, notes: readonly Note[]): void {
  const [first, ...others] = notes;
  if (!first || others.length === 0) return;
  desk.store.act(
    [
      { type: "note.write", note: first.id, was: first.text, text: textTogether(notes) },
      ...others.map((note): Wish => ({ type: "note.remove", note: note.id })),
    ],
    { undo: desk.say("undo.merge") },
  );
  desk.inHand.value = new Set([first.id]);
  desk.tell(desk.say("merge.told", { count: notes.length }));
}

/** An emptied note has nothing to give, and gets nothing. */
export function mayMerge(desk: Desk, notes: readonly Note[]): boolean {
  return notes.length > 1 && notes.every((note) => mayWrite(desk, note)) && !tooLong(textTogether(notes));
}

function textTogether(notes: readonly Note[]): string {
  return notes.map(({ text }) => text).join("\n");
}

function textsOf(notes: readonly Note[]): string {
  return notes.map(({ text }) => excerpt(text)).join(", ");
}
