/** The columns of the table, and what each says of a note. */

import type { Note } from "../../board/items";
import type { MethodField, MethodKind } from "../../board/method";
import { authorOf } from "../../parts/NoteFacts";
import type { Desk } from "../../parts/desk";
import { fieldsOf, fromPlace, nameOfField, said } from "../../parts/fields/values";
import { mayChange, mayWrite } from "../../parts/may";
import { inWords, kindOf, kindsIn, nameOf } from "../../parts/wording";

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly field?: MethodField;
}

export interface Cell {
  readonly text: string;
  /** What rows are sorted by; null: nothing, and last. */
  readonly rank: string | number | null;
  /** `place`: the place says it; `fixed`: nobody changes it here. */
  readonly from: "own" | "place" | "fixed";
}

/** Text, place, kind; the fields of these kinds, each once; votes, and who wrote it as the board shows it. */
export function columnsOf(desk: Desk, kinds: readonly MethodKind[]): readonly Column[] {
  const { say } = desk;
  const fields = new Map<string, MethodField>();
  for (const kind of kinds) {
    for (const field of fieldsOf(desk, kind.key)) {
      if (!fields.has(field.key)) fields.set(field.key, field);
    }
  }
  const authors = desk.board.value?.authors ?? "nothing";
  return [
    { key: "=text", title: say("table.text") },
    { key: "=place", title: say("table.place") },
    ...(kinds.length > 1 ? [{ key: "=kind", title: say("table.kind") }] : []),
    ...[...fields.values()].map((field) => ({ key: field.key, title: nameOfField(desk, field), field })),
    { key: "=votes", title: say("table.votes") },
    ...(authors === "nothing" ? [] : [{ key: "=author", title: say("table.author") }]),
  ];
}

export function cellOf(desk: Desk, note: Note, { key, field }: Column): Cell {
  if (field) return fieldCell(desk, note, field);
  switch (key) {
    case "=text":
      return { text: note.text, rank: note.text.toLowerCase(), from: mayWrite(desk, note) ? "own" : "fixed" };
    case "=place": {
      const text = nameOf(desk, desk.latest.value.areaOf(note));
      return { text, rank: text.toLowerCase(), from: mayChange(desk, note) ? "own" : "fixed" };
    }
    case "=kind": {
      const text = inWords(desk, kindOf(desk, note.kind)?.title);
      const others = kindsIn(desk, desk.latest.value.areaOf(note)).length > 1;
      return { text, rank: text.toLowerCase(), from: others && mayWrite(desk, note) ? "own" : "fixed" };
    }
    case "=votes": {
      const votes = desk.voting.value.open ? 0 : (desk.voting.value.sums[note.id] ?? 0);
      return { text: votes > 0 ? String(votes) : "", rank: votes || null, from: "fixed" };
    }
    default: {
      const text = authorOf(desk, note);
      return { text, rank: text.toLowerCase() || null, from: "fixed" };
    }
  }
}

function fieldCell(desk: Desk, note: Note, field: MethodField): Cell {
  const own = fieldsOf(desk, note.kind).find(({ key, type }) => key === field.key && type === field.type);
  if (!own) return { text: "", rank: null, from: "fixed" };
  const place = fromPlace(desk, note);
  const isPlaced = field.key in place;
  const value = isPlaced ? place[field.key] : (note.fields?.[field.key] ?? null);
  const text = said(desk, own, value);
  const isNumber = typeof value === "number" || typeof value === "boolean";
  const rank =
    value === null ? null : isNumber ? Number(value) : field.type === "date" ? String(value) : text.toLowerCase();
  return { text, rank, from: isPlaced ? "place" : mayWrite(desk, note) ? "own" : "fixed" };
}

/** Empty ones last, whichever way. */
export function byRank(a: Cell["rank"], b: Cell["rank"], down: boolean, language: string): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === "number" && typeof b === "number"
      ? a - b
      : String(a).localeCompare(String(b), language, { numeric: true });
  return down ? -order : order;
}
