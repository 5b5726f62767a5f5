/** What can be done about what was refused: the note comes back with it, or what was written becomes another note. */

import { UNPLACED } from "../board/items";
import type { Note } from "../board/items";
import type { Operation, Refused, Wish } from "../board/operations";
import type { Spot } from "../board/place";
import { addNote } from "./acts";
import type { Desk } from "./desk";
import { mayAdd, mayAddLate, mayRestore } from "./may";

const NOT_THERE = new Set(["item.gone", "item.unknown"]);
/** Whoever wished a note away has nothing left to wish of it. */
const DONE_WITH = new Set(["note.add", "note.remove", "note.restore"]);

/** The note that it was about, if that is gone. */
export function goneOf({ code, operation }: Refused): string | null {
  if (!NOT_THERE.has(code) || !operation || DONE_WITH.has(operation.type)) return null;
  return operation.type.startsWith("note.") && "note" in operation ? operation.note : null;
}

/** `note`: as it was when it left; nothing is offered that would be refused again. */
export function mayBringBack(desk: Desk, note: Note | undefined): note is Note {
  return note !== undefined && mayRestore(desk, note);
}

/** The note comes back as it was, and what was wished of it is done. */
export function bringBack(desk: Desk, { op, operation }: Refused, note: Note): void {
  if (!operation) return;
  desk.store.dismiss(op);
  desk.store.act([{ type: "note.restore", note: note.id }, wishOf(operation)], { undo: desk.say("undo.restore") });
}

/** Whether a text that was written into a note may stand as a note of its own: now, or as one that came late. */
export function mayStandAlone(desk: Desk, refused: Refused): "new" | "late" | null {
  if (refused.operation?.type !== "note.write") return null;
  if (mayAddLate(desk)) return "late";
  return goneOf(refused) !== null && mayAdd(desk) ? "new" : null;
}

/** Where its note was, if that place still takes it; else beside all places. */
export function standAlone(desk: Desk, { op, operation }: Refused, note: Note | undefined): void {
  if (operation?.type !== "note.write") return;
  const there = note && desk.latest.peek().area(note.zone);
  const area = there?.accepts.includes(note?.kind ?? "") ? there : desk.latest.peek().area(UNPLACED);
  const kind = area === there ? note?.kind : (area?.accepts[0] ?? desk.boot.method.kinds[0]?.key);
  if (kind === undefined) return;
  desk.store.dismiss(op);
  addNote(desk, kind, operation.text, spotOf(area?.id ?? UNPLACED, area === there ? note : undefined));
}

function spotOf(zone: string, note: Note | undefined): Spot {
  const { x, y } = note ?? {};
  return typeof x === "number" && typeof y === "number" ? { zone, x, y } : { zone };
}

function wishOf({ id: _id, ...wish }: Operation): Wish {
  return wish as Wish;
}
