/** What happened while one was away: counts, and what the room does now. */

import { isNote } from "../board/items";
import type { Items, Mode } from "../board/items";
import type { Key } from "../words";
import type { Desk } from "./desk";

/** How the board was when one left it. */
export interface Left {
  readonly notes: readonly string[];
  readonly mode: Mode;
  readonly ballot: string | null;
  readonly part: string | null;
  /** The note that had the focus. */
  readonly note: string | null;
}

/** Shorter than this nobody was away. */
export const AWAY_MS = 20_000;

export function leftNow(desk: Desk): Left {
  const { store, voting, floor } = desk;
  const focused = document.activeElement?.closest<HTMLElement>("[data-note]")?.dataset.note;
  return {
    notes: idsOf(store.items.peek()),
    mode: store.mode.peek(),
    ballot: voting.peek().open?.id ?? null,
    part: floor.current.peek()?.id ?? null,
    note: focused ?? null,
  };
}

/** *12 uutta lappua, nyt äänestetään*; empty if nothing that matters has happened. `own`: notes that one touched meanwhile. */
export function happened(desk: Desk, before: Left, own: ReadonlySet<string>): string {
  const { store, say, boot, floor, voting } = desk;
  const items = store.items.peek();
  const known = new Set(before.notes);
  const isOthers = (id: string) => !own.has(id) && items.get(id)?.author !== boot.you;
  const added = idsOf(items).filter((id) => !known.has(id) && isOthers(id)).length;
  const removed = before.notes.filter((id) => !items.has(id) && !own.has(id)).length;
  const part = floor.current.peek();
  const { open } = voting.peek();
  const mode = store.mode.peek();
  const isNewBallot = open !== undefined && open.id !== before.ballot;
  const now: Key | null =
    isNewBallot || (mode === "vote" && before.mode !== mode)
      ? "meanwhile.vote"
      : mode !== before.mode
        ? `meanwhile.${mode}`
        : null;
  return [
    ...(added > 0 ? [say("meanwhile.added", { count: added })] : []),
    ...(removed > 0 ? [say("meanwhile.removed", { count: removed })] : []),
    ...(part && part.id !== before.part ? [say("meanwhile.part", { part: part.title })] : []),
    ...(now ? [say(now)] : []),
  ].join(", ");
}

function idsOf(items: Items): readonly string[] {
  return [...items.values()].filter(isNote).map(({ id }) => id);
}
