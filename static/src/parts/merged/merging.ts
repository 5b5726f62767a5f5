/** Notes that become one, and come out of it again: what a person does, as operations, and what they may do. */

import { isNote } from "../../board/items";
import type { Fields, MergedNote, Note } from "../../board/items";
import type { NoteMerge, Wish } from "../../board/operations";
import { act } from "../acts";
import type { Desk } from "../desk";
import { isLeading, mayAdd, mayWrite } from "../may";
import { tooLong } from "../TextLimits";
import { excerpt, kindOf } from "../wording";

/** The first one stays, with what all of them say, each wording once below the other. */
export function mergeNotes(desk: Desk, notes: readonly Note[]): void {
  const [first, ...others] = notes;
  if (!first || others.length === 0) return;
  const text = textTogether(notes);
  const notesOf = others.map(({ id }) => id);
  const become: Wish = { type: "note.merge", note: first.id, notes: notesOf, ...lacking(desk, first, others) };
  act(desk, text === first.text ? become : { ...become, text }, "undo.merge");
  desk.inHand.value = new Set([first.id]);
  desk.tell(desk.say("merge.told", { count: notes.length }));
}

/**
 * What the first does not say of itself, from the first of its kind that does; its tie is for those who lead.
 *
 * What somebody put in words of their own stays with their note: where that is emptied for good, no copy is left.
 */
function lacking(desk: Desk, first: Note, others: readonly Note[]): Pick<NoteMerge, "fields" | "entity"> {
  const alike = others.filter(({ kind }) => kind === first.kind);
  const said = Object.assign({}, ...alike.map(({ fields }) => fields).toReversed()) as Fields;
  const known = kindOf(desk, first.kind)?.fields ?? [];
  const written = new Set(known.filter(({ type }) => type === "text").map(({ key }) => key));
  const fields = Object.entries(said).filter(([name]) => first.fields?.[name] === undefined && !written.has(name));
  const entity = alike.map((each) => each.entity).find((each) => each !== undefined);
  return {
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}),
    ...(entity !== undefined && first.entity === undefined && isLeading(desk) ? { entity } : {}),
  };
}

/** An emptied note has nothing to give, and gets nothing; what one wrote in silence waits for its end. */
export function mayMerge(desk: Desk, notes: readonly Note[]): boolean {
  return (
    notes.length > 1 && notes.every((note) => mayWrite(desk, note) && !note.private) && !tooLong(textTogether(notes))
  );
}

/** These come out again, with all that was theirs. What the note says by now stays. */
export function takeApart(desk: Desk, merged: readonly MergedNote[]): void {
  const wishes = merged.map((each): Wish => ({ type: "note.restore", note: each.id }));
  act(desk, wishes, "undo.part");
  desk.tell(desk.say("merged.parted", { text: merged.map(({ text }) => excerpt(text)).join(", ") }));
}

/** Who may rewrite a note may also bring it back out of another. */
export function mayPart(desk: Desk, { author }: MergedNote): boolean {
  const isOpen = desk.board.value?.rewritten_by === "everybody" || author === desk.boot.you;
  return mayAdd(desk) && desk.store.mode.value !== "silent" && (isLeading(desk) || isOpen);
}

/** Groups of notes that say the same, capitals, spaces and marks aside, and that this person may make one. */
export function sameNotes(desk: Desk): readonly (readonly Note[])[] {
  const groups = new Map<string, Note[]>();
  for (const item of desk.arrangement.value.areas.flatMap(({ notes }) => notes)) {
    if (!isNote(item) || item.private || item.fixed || !mayWrite(desk, item)) continue;
    const said = saidBy(item);
    groups.set(said, [...(groups.get(said) ?? []), item]);
  }
  return [...groups.values()].filter((notes) => notes.length > 1);
}

const saying = new WeakMap<Note, string>();

/** Kind and text, worked out once for each wording: with each change all notes are looked through. */
function saidBy(note: Note): string {
  const known = saying.get(note) ?? `${note.kind} ${plainly(note.text)}`;
  saying.set(note, known);
  return known;
}

function textTogether(notes: readonly Note[]): string {
  const wordings = new Map<string, string>();
  for (const { text } of notes) if (!wordings.has(plainly(text))) wordings.set(plainly(text), text);
  return [...wordings.values()].join("\n");
}

/** A text without what makes no difference; one of marks alone is what it is. */
function plainly(text: string): string {
  const bare = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\p{P}]+/gu, " ")
    .trim();
  return bare || text;
}
