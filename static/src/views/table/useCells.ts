/** What every row says. A note's cells are the same objects as long as nothing that they tell of has changed. */

import { useRef } from "preact/hooks";

import type { Items, Link, Note } from "../../board/items";
import { isSameList } from "../../board/place";
import { openOn } from "../../board/threads";
import type { Desk } from "../../parts/desk";
import { cellOf } from "./columns";
import type { Cell, Column } from "./columns";

export type Cells = readonly Cell[];

interface Known {
  readonly of: readonly unknown[];
  readonly cells: Cells;
}

export function useCells(desk: Desk, notes: readonly Note[], columns: readonly Column[]): ReadonlyMap<string, Cells> {
  const known = useRef<ReadonlyMap<string, Known>>(new Map());
  const rests = useRef<readonly unknown[]>([]);
  const common = allRestOn(desk, columns);
  const isAsBefore = isSameList(rests.current, common);
  const restsOn = oneRestsOn(desk);
  const now = new Map<string, Known>();
  const cells = new Map<string, Cells>();
  for (const note of notes) {
    const before = isAsBefore ? known.current.get(note.id) : undefined;
    const of = restsOn(note);
    const next =
      before && isSameList(before.of, of) ? before : { of, cells: columns.map((each) => cellOf(desk, note, each)) };
    now.set(note.id, next);
    cells.set(note.id, next.cells);
  }
  known.current = now;
  rests.current = common;
  return cells;
}

/** What the cells of every note rest on. */
function allRestOn(desk: Desk, columns: readonly Column[]): readonly unknown[] {
  const asksOthers = columns.some(({ field }) => field?.type === "item");
  return [
    columns,
    desk.board.value,
    desk.kinds.value,
    desk.store.people.value,
    desk.voting.value.open,
    asksOthers ? desk.store.items.value : null,
  ];
}

/** What those of one note rest on besides; of one length always. */
function oneRestsOn(desk: Desk): (note: Note) => readonly unknown[] {
  const items = desk.store.items.value;
  const { sums, mine } = desk.voting.value;
  const [arrangement, clusters, links] = [desk.latest.value, desk.clusterOf.value, desk.linksOf.value];
  const [left, commented] = [desk.holding.left.value, openOn(items)];
  return (note) => {
    const { zone, title } = arrangement.areaOf(note);
    const cluster = clusters.get(note.id);
    const tied = links.get(note.id);
    return [
      note,
      zone,
      title,
      items.get(zone.phase ?? ""),
      items.get(zone.lane ?? ""),
      left.has(note.id),
      cluster,
      sums[note.id],
      sums[cluster?.id ?? ""],
      mine.get(note.id)?.length,
      tied,
      tied && textsBeyond(items, note.id, tied),
      commented.get(note.id),
    ];
  };
}

/** What the notes at the other ends of its arrows say. */
function textsBeyond(items: Items, note: string, links: readonly Link[]): string {
  return links.map(({ from, to }) => (items.get(from === note ? to : from) as Note | undefined)?.text ?? "").join("\n");
}
