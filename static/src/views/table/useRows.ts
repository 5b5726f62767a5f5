/** Which notes are rows, and in which order: it changes when the reader asks, never because somebody wrote. */

import { useMemo, useRef } from "preact/hooks";

import type { Note } from "../../board/items";
import type { Desk } from "../../parts/desk";
import { byRank, cellOf } from "./columns";
import type { Column } from "./columns";

export interface Asked {
  readonly words: string;
  /** Empty: all. */
  readonly kind: string;
  readonly sort: { readonly key: string; readonly down: boolean } | null;
}

export function useRows(desk: Desk, columns: readonly Column[], asked: Asked): readonly Note[] {
  const notes = desk.arrangement.value.areas.flatMap((area) => area.notes);
  const order = useRef<{ readonly asked: Asked; readonly ids: readonly string[] } | null>(null);
  const fitting = useMemo(() => notes.filter((note) => fits(desk, columns, note, asked)), [notes, asked]);
  const before = order.current;
  let ids: readonly string[];
  if (before?.asked === asked) {
    // Rows stay where they are while they are worked on, also where they no longer fit; new ones come last.
    const there = new Set(notes.map(({ id }) => id));
    const known = new Set(before.ids);
    ids = [...before.ids.filter((id) => there.has(id)), ...fitting.map(({ id }) => id).filter((id) => !known.has(id))];
  } else ids = sorted(desk, columns, fitting, asked).map(({ id }) => id);
  order.current = { asked, ids };
  const byId = new Map(notes.map((note) => [note.id, note]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function fits(desk: Desk, columns: readonly Column[], note: Note, { words, kind }: Asked): boolean {
  if (kind && note.kind !== kind) return false;
  const wanted = words.trim().toLowerCase();
  return !wanted || columns.some((column) => cellOf(desk, note, column).text.toLowerCase().includes(wanted));
}

function sorted(desk: Desk, columns: readonly Column[], notes: readonly Note[], { sort }: Asked): readonly Note[] {
  const column = columns.find(({ key }) => key === sort?.key);
  if (!sort || !column) return notes;
  const ranks = new Map(notes.map((note) => [note.id, cellOf(desk, note, column).rank]));
  const rank = ({ id }: Note) => ranks.get(id) ?? null;
  return notes.toSorted((a, b) => byRank(rank(a), rank(b), sort.down, desk.language));
}
