/** What every row says. A note's cells are the same objects as long as nothing that they tell of has changed. */

import { useRef } from "preact/hooks";

import type { Items, Link, Note } from "../../board/items";
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
  const of = restingOn(desk, columns);
  const now = new Map<string, Known>();
  const cells = new Map<string, Cells>();
  for (const note of notes) {
    const before = known.current.get(note.id);
    const own = of(note);
    const isSame = before !== undefined && before.of.every((each, i) => each === own[i]);
    const next = isSame ? before : { of: own, cells: columns.map((column) => cellOf(desk, note, column)) };
    now.set(note.id, next);
    cells.set(note.id, next.cells);
  }
  known.current = now;
  return cells;
}

/** What the cells of a note rest on, of one length always; what is the same for all of them is asked for once. */
function restingOn(desk: Desk, columns: readonly Column[]): (note: Note) => readonly unknown[] {
  const items = desk.store.items.value;
  const { open, sums, mine } = desk.voting.value;
  const [arrangement, clusters, links] = [desk.latest.value, desk.clusterOf.value, desk.linksOf.value];
  const [left, commented] = [desk.holding.left.value, openOn(items)];
  const asksOthers = columns.some(({ field }) => field?.type === "item");
  const common = [
    columns,
    desk.board.value,
    desk.kinds.value,
    desk.store.people.value,
    open,
    asksOthers ? items : null,
  ];
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
      ...common,
    ];
  };
}

/** What the notes at the other ends of its arrows say. */
function textsBeyond(items: Items, note: string, links: readonly Link[]): string {
  return links.map(({ from, to }) => (items.get(from === note ? to : from) as Note | undefined)?.text ?? "").join("\n");
}
