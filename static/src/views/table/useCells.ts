/** What every row says. A note's cells are the same objects as long as nothing that they tell of has changed. */

import { useRef } from "preact/hooks";

import type { Note } from "../../board/items";
import { openOn } from "../../board/threads";
import type { Desk } from "../../parts/desk";
import { cellOf } from "./columns";
import type { Cell, Column } from "./columns";
import { linksOf } from "./links-of";

export type Cells = readonly Cell[];

interface Known {
  readonly of: readonly unknown[];
  readonly cells: Cells;
}

export function useCells(desk: Desk, notes: readonly Note[], columns: readonly Column[]): ReadonlyMap<string, Cells> {
  const known = useRef<ReadonlyMap<string, Known>>(new Map());
  const now = new Map<string, Known>();
  for (const note of notes) {
    const before = known.current.get(note.id);
    const of = restsOn(desk, note, columns);
    const isSame = before !== undefined && before.of.every((each, i) => each === of[i]);
    now.set(note.id, isSame ? before : { of, cells: columns.map((column) => cellOf(desk, note, column)) });
  }
  known.current = now;
  return new Map([...now].map(([id, { cells }]) => [id, cells]));
}

/** Of one length always. */
function restsOn(desk: Desk, note: Note, columns: readonly Column[]): readonly unknown[] {
  const { zone, title } = desk.latest.value.areaOf(note);
  const items = desk.store.items.value;
  const { open, sums, mine } = desk.voting.value;
  const cluster = desk.clusterOf.value.get(note.id);
  const asksOthers = columns.some(({ field }) => field?.type === "item");
  return [
    note,
    columns,
    zone,
    title,
    items.get(zone.phase ?? ""),
    items.get(zone.lane ?? ""),
    desk.board.value,
    desk.kinds.value,
    desk.store.people.value,
    desk.holding.left.value.has(note.id),
    cluster,
    open,
    sums[note.id],
    sums[cluster?.id ?? ""],
    mine.get(note.id)?.length,
    linksOf(desk, note.id).join("\n"),
    openOn(items).get(note.id),
    asksOthers ? items : null,
  ];
}
