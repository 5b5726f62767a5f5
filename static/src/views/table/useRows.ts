/** Which notes are rows, and in which order: it changes when the reader asks or moves a note, never because somebody else did. */

import { useRef } from "preact/hooks";

import type { Note } from "../../board/items";
import { isSameList } from "../../board/place";
import type { Desk } from "../../parts/desk";
import { byRank } from "./columns";
import type { Cell, Column } from "./columns";
import type { Cells } from "./useCells";

export interface Asked {
  readonly words: string;
  /** Empty: all. */
  readonly kind: string;
  readonly sort: { readonly key: string; readonly down: boolean } | null;
}

export interface Rows {
  readonly ids: readonly string[];
  /** In the board's own order, or as sorted, they would stand otherwise by now. */
  readonly isStale: boolean;
}

interface Kept {
  readonly asked: Asked;
  readonly ids: readonly string[];
  /** As they would stand if they were put in order, and what that came of: the board's own order, and each one's rank. */
  readonly sorted: {
    readonly sort: Asked["sort"];
    readonly own: readonly string[];
    readonly ranks: readonly Cell["rank"][];
    readonly ids: readonly string[];
  };
  /** Where each note was. */
  readonly places: ReadonlyMap<string, string>;
}

interface Told {
  /** All that there are, in the board's own order. */
  readonly notes: readonly Note[];
  readonly columns: readonly Column[];
  /** Those that are drawn: nobody is shown a row for what is out of sight. */
  readonly shown: readonly Column[];
  readonly cells: ReadonlyMap<string, Cells>;
}

export function useRows(desk: Desk, told: Told, asked: Asked): Rows {
  const kept = useRef<Kept | null>(null);
  const places = new Map(told.notes.map((note) => [note.id, placeOf(note)]));
  const fitting = told.notes.filter((note) => fits(told, note, asked));
  const before = kept.current;
  const sorted = sortedIds(desk, told, fitting, asked, before?.sorted);
  const follows = before?.asked === asked && !(asked.sort === null && isMovedByMe(desk, before, places));
  // Rows stay where they are while they are worked on, also where they no longer fit; new ones come last.
  const ids = follows ? stayed(before.ids, places, sorted.ids) : sorted.ids;
  const same = before && isSameList(before.ids, ids) ? before.ids : ids;
  kept.current = { asked, ids: same, sorted, places };
  return { ids: same, isStale: !isSameList(same, sorted.ids) };
}

const placed = new WeakMap<Note, string>();

function placeOf(note: Note): string {
  const { zone, order, x, y, angle } = note;
  const known = placed.get(note) ?? [zone, order, x, y, angle].join(" ");
  placed.set(note, known);
  return known;
}

function isMovedByMe({ store }: Desk, before: Kept, places: ReadonlyMap<string, string>): boolean {
  return [...store.waiting.value].some((id) => places.has(id) && before.places.get(id) !== places.get(id));
}

function stayed(
  before: readonly string[],
  there: ReadonlyMap<string, string>,
  fitting: readonly string[],
): readonly string[] {
  const known = new Set(before);
  return [...before.filter((id) => there.has(id)), ...fitting.filter((id) => !known.has(id))];
}

function fits({ columns, shown, cells }: Told, note: Note, { words, kind }: Asked): boolean {
  if (kind && note.kind !== kind) return false;
  const wanted = words.trim().toLowerCase();
  if (!wanted) return true;
  const row = cells.get(note.id) ?? [];
  return columns.some((column, i) => shown.includes(column) && row[i]?.text.toLowerCase().includes(wanted));
}

/**
 * As it is asked for; of the same rank, in the board's own order.
 *
 * before: how they stood. Others write all the time, and seldom what rows are sorted by; what stands almost as it should is put
 * in order quickly.
 */
function sortedIds(
  desk: Desk,
  told: Told,
  notes: readonly Note[],
  { sort }: Asked,
  before: Kept["sorted"] | undefined,
): Kept["sorted"] {
  const own = notes.map(({ id }) => id);
  const at = told.columns.findIndex(({ key }) => key === sort?.key);
  if (!sort || at === -1) return { sort, own, ranks: [], ids: own };
  const ranks = own.map((id) => told.cells.get(id)?.[at]?.rank ?? null);
  const isAsBefore = before?.sort === sort && isSameList(before.own, own) && isSameList(before.ranks, ranks);
  if (isAsBefore) return before;
  const words = new Intl.Collator(desk.language, { numeric: true });
  const places = new Map(own.map((id, i) => [id, i]));
  const known = new Set(before?.ids);
  const stood = (before?.ids ?? []).flatMap((id) => places.get(id) ?? []);
  const come = own.flatMap((id, i) => (known.has(id) ? [] : i));
  const order = [...stood, ...come].toSorted(
    (a, b) => byRank(ranks[a] ?? null, ranks[b] ?? null, sort.down, words) || a - b,
  );
  return { sort, own, ranks, ids: order.flatMap((i) => own[i] ?? []) };
}
