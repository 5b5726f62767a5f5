/** What this person may do here and now: the same rules as the engine's, so that nothing is offered that would be refused. */

import type { Mode, Note, Zone } from "../board/items";
import type { Desk } from "./desk";

const LATE_FOR_MS = 24 * 3_600_000;

export function isLeading({ boot }: Desk): boolean {
  return boot.role === "facilitator";
}

export function isWatching({ boot }: Desk): boolean {
  return boot.role === "observer";
}

/** Notes, arrows and themes may be added. */
export function mayAdd(desk: Desk): boolean {
  return !isWatching(desk) && (isLeading(desk) || isOneOf(desk, ["open", "silent"]));
}

/** For a day after the end what was written before it still arrives, as a late note (P3.6). */
export function mayAddLate(desk: Desk): boolean {
  const { ended, ended_at: at } = desk.board.value ?? {};
  return ended === true && !isWatching(desk) && !isLeading(desk) && Date.now() - Date.parse(at ?? "") < LATE_FOR_MS;
}

/** In silence only one's own notes of this silence; those who lead may touch all that they see. Never one that has left, that the method gave, or whose picture is a ground. */
export function mayChange(desk: Desk, note: Note): boolean {
  return note.fixed !== true && mayTie(desk, note);
}

/** An arrow may lead to the note: to one that the method gave as well. */
export function mayTie(desk: Desk, note: Note): boolean {
  if (!mayAdd(desk) || note.ground === true || desk.holding.left.value.has(note.id)) return false;
  return isLeading(desk) || !isOneOf(desk, ["silent"]) || isMineNow(desk, note);
}

/** What a note says may be changed, and the note removed, by its author and those who lead, unless the board opens it to all. */
export function mayRewrite(desk: Desk, note: Note): boolean {
  return mayChange(desk, note) && isTheirs(desk, note);
}

/** Words come to a note no more once what it said was removed for good. */
export function mayWrite(desk: Desk, note: Note): boolean {
  return mayRewrite(desk, note) && note.erased !== true;
}

/** What a note or a comment says may be removed for good. */
export function mayErase(desk: Desk, note: Pick<Note, "erased">): boolean {
  return isLeading(desk) && note.erased !== true;
}

/** Who may rewrite a note may also bring it back once it is gone. */
export function mayRestore(desk: Desk, note: Note): boolean {
  return mayAdd(desk) && isTheirs(desk, note);
}

function isTheirs(desk: Desk, note: Note): boolean {
  return isLeading(desk) || note.author === desk.boot.you || desk.board.value?.rewritten_by === "everybody";
}

export function isMineNow({ boot, board }: Desk, note: Note): boolean {
  return note.private === true && note.author === boot.you && note.silence === board.value?.silence;
}

export function mayVote(desk: Desk): boolean {
  return !isWatching(desk) && isOneOf(desk, ["open", "vote"]);
}

/** Phases, lanes and other zones may be added, named, moved and removed. */
export function mayShape(desk: Desk): boolean {
  if (isLeading(desk)) return true;
  return !isWatching(desk) && desk.board.value?.shaped_by === "everybody" && isOneOf(desk, ["open"]);
}

/** What this zone's row of siblings lets people do: a method says which of its zones are not fixed. */
export function mayShapeZone(desk: Desk, zone: Zone): boolean {
  return mayShape(desk) && zone.phase === undefined && zone.fixed !== true;
}

export function isAddable(desk: Desk, axis: "phase" | "lane" | undefined): boolean {
  return mayShape(desk) && desk.boot.method.adds.includes(axis ?? "zone");
}

function isOneOf({ store }: Desk, modes: readonly Mode[]): boolean {
  return modes.includes(store.mode.value);
}
