/** Being called to another board, and brought there: the page there says why one came. */

import type { Boot } from "../../board/boot";
import type { Desk } from "../desk";

const KEY = "facilitator/arrived";

export interface Call {
  readonly number: number;
  readonly board: Boot["boards"][number];
}

/** The call to another board that is not answered yet. One to a board that this person may not open calls nobody. */
export function openCall({ floor, boot, answered }: Desk): Call | null {
  const summon = floor.summon.value;
  if (summon === null || summon.board === boot.board.id || answered.value >= summon.number) return null;
  const board = boot.boards.find(({ id }) => id === summon.board);
  return board ? { number: summon.number, board } : null;
}

/** Remember, for the page that is opened next, that somebody was called there. */
export function leaveFor(desk: Desk, board: string, url: string): void {
  try {
    sessionStorage.setItem(KEY, board);
  } catch {
    // storage is off: they arrive all the same, and nothing is said of it
  }
  desk.visit(url);
}

/** Whether this page was opened so; once. */
export function hasArrived({ boot }: Desk): boolean {
  try {
    const board = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return board === boot.board.id;
  } catch {
    return false;
  }
}

/** Nobody is moved while they write, choose or drag, nor while something of theirs is not yet saved. */
export function isBusy(desk: Desk): boolean {
  const field = document.activeElement?.matches("input, textarea, select, [contenteditable]") ?? false;
  const open = [desk.writing, desk.composing, desk.over, desk.dialog].some((each) => each.peek() !== null);
  return field || open || desk.drafts.size > 0 || desk.store.pending.peek().length > 0;
}
