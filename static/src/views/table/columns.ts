/** The columns of the table, and what each says of a note. */

import type { Note } from "../../board/items";
import { openOn } from "../../board/threads";
import type { MethodField, MethodKind } from "../../board/method";
import type { Desk } from "../../parts/desk";
import { fieldsOf, fromPlace, nameOfField, said } from "../../parts/fields/values";
import { mayChange, mayWrite } from "../../parts/may";
import { authorOf } from "../../parts/NoteFacts";
import { inWords, kindOf, kindsIn, nameOf } from "../../parts/wording";
import { linksOf } from "./links-of";

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly field?: MethodField;
}

export interface Cell {
  readonly text: string;
  /** What rows are sorted by; null: nothing, and last. */
  readonly rank: string | number | null;
  /** `place`: the place says it; `opens`: what it says is changed in a dialog; `fixed`: nobody changes it here; `none`: no note of this kind has it. */
  readonly from: "own" | "place" | "opens" | "fixed" | "none";
}

export const CHOICE = "=choice";
export const TEXT = "=text";

/** Text, place, kind, votes, theme; the fields of these kinds, each once; arrows, comments, and who wrote it as the board shows it. */
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
    { key: TEXT, title: say("table.text") },
    { key: "=place", title: say("table.place") },
    ...(kinds.length > 1 ? [{ key: "=kind", title: say("table.kind") }] : []),
    { key: "=votes", title: say("table.votes") },
    { key: "=cluster", title: say("table.cluster") },
    ...[...fields.values()].map((field) => ({ key: field.key, title: nameOfField(desk, field), field })),
    ...(desk.boot.method.links.length > 0 ? [{ key: "=links", title: say("link.list") }] : []),
    { key: "=comments", title: say("tool.comment") },
    ...(authors === "nothing" ? [] : [{ key: "=author", title: say("table.author") }]),
  ];
}

export function cellOf(desk: Desk, note: Note, { key, field }: Column): Cell {
  if (field) return fieldCell(desk, note, field);
  switch (key) {
    case TEXT:
      return worded(note.text, mayWrite(desk, note) ? "own" : "fixed");
    case "=place":
      return worded(nameOf(desk, desk.latest.value.areaOf(note)), mayChange(desk, note) ? "own" : "fixed");
    case "=kind": {
      const others = kindsIn(desk, desk.latest.value.areaOf(note)).length > 1;
      return worded(inWords(desk, kindOf(desk, note.kind)?.title), others && mayWrite(desk, note) ? "own" : "fixed");
    }
    case "=cluster":
      return clusterCell(desk, note);
    case "=links":
      return worded(linksOf(desk, note.id).join("\n"), mayChange(desk, note) ? "opens" : "fixed");
    case "=comments":
      return counted(openOn(desk.store.items.value).get(note.id) ?? 0, "opens");
    case "=votes": {
      const { open, sums, mine } = desk.voting.value;
      return counted(open ? (mine.get(note.id)?.length ?? 0) : (sums[note.id] ?? 0), "fixed");
    }
    default:
      return worded(authorOf(desk, note), "fixed");
  }
}

function worded(text: string, from: Cell["from"]): Cell {
  return { text, rank: text.toLowerCase() || null, from };
}

function counted(count: number, from: Cell["from"]): Cell {
  return { text: count > 0 ? String(count) : "", rank: count || null, from };
}

/** A theme, with the votes that it was given. */
function clusterCell(desk: Desk, note: Note): Cell {
  const from = mayChange(desk, note) ? "own" : "fixed";
  const cluster = desk.clusterOf.value.get(note.id);
  if (!cluster) return { text: "", rank: null, from };
  const votes = desk.voting.value.open ? 0 : (desk.voting.value.sums[cluster.id] ?? 0);
  const text = votes > 0 ? `${cluster.title} · ${desk.say("note.votes", { count: votes })}` : cluster.title;
  return { text, rank: cluster.title.toLowerCase(), from };
}

function fieldCell(desk: Desk, note: Note, field: MethodField): Cell {
  const own = fieldsOf(desk, note.kind).find(({ key, type }) => key === field.key && type === field.type);
  if (!own) return { text: "", rank: null, from: "none" };
  const place = fromPlace(desk, note);
  const isPlaced = field.key in place;
  const value = isPlaced ? place[field.key] : (note.fields?.[field.key] ?? null);
  const text = said(desk, own, value);
  const isNumber = typeof value === "number" || typeof value === "boolean";
  const rank =
    value === null ? null : isNumber ? Number(value) : field.type === "date" ? String(value) : text.toLowerCase();
  return { text, rank, from: isPlaced ? "place" : mayWrite(desk, note) ? "own" : "fixed" };
}

/** Empty ones last, whichever way. `words`: how texts are put in order. */
export function byRank(a: Cell["rank"], b: Cell["rank"], down: boolean, words: Intl.Collator): number {
  if (a === b) return 0;
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === "number" && typeof b === "number" ? a - b : words.compare(String(a), String(b));
  return down ? -order : order;
}
