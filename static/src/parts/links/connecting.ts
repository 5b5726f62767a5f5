/** Which arrows can go between two notes, and in words why one cannot. */

import { isNote } from "../../board/items";
import type { Link, Note } from "../../board/items";
import type { MethodLink } from "../../board/method";
import { addLink } from "../acts";
import type { LinkDraft } from "../acts";
import type { Desk } from "../desk";
import { mayChange, mayTie } from "../may";
import { notify } from "../notice";
import { excerpt, inWords, sentenceOf } from "../wording";

/** What an arrow from one of these notes to the other may say; `to` absent: to any. */
export function kindsBetween(desk: Desk, from: Note | undefined, to?: Note): readonly MethodLink[] {
  return desk.boot.method.links.filter((kind) => takes(kind.from, from) && takes(kind.to, to));
}

/** An arrow may begin at this note. */
export function mayConnect(desk: Desk, note: Note): boolean {
  return mayChange(desk, note) && kindsBetween(desk, note).length > 0;
}

export function noteOf(desk: Desk, id: string): Note | undefined {
  return [desk.store.items.value.get(id)].find(isNote);
}

/** A sentence, or null where an arrow can go. `kind`: what it is to say, if that is chosen by now. */
export function whyNot(desk: Desk, from: Note, to: Note, kind?: string): string | null {
  if (from.id === to.id) return desk.say("link.self");
  if (!mayTie(desk, to)) return desk.say("link.held", { to: excerpt(to.text) });
  if (kindsBetween(desk, from, to).length === 0) {
    return desk.say("link.unfit", { from: excerpt(from.text), to: excerpt(to.text) });
  }
  if (kind === undefined) return null;
  const own = desk.linksOf.value.get(from.id) ?? [];
  const same = own.find((link) => link.from === from.id && link.to === to.id && link.kind === kind);
  return same ? desk.say("link.twice", { sentence: sentenceOf(desk, same) }) : null;
}

/** Add an arrow, and say which. */
export function connect(desk: Desk, draft: LinkDraft): void {
  addLink(desk, draft);
  notify(desk, desk.say("link.added", { sentence: sentenceOf(desk, draft) }));
}

/** Drawn from one note to another: there is one thing that it can say, or it is asked what. */
export function join(desk: Desk, from: Note, to: Note): void {
  const kinds = kindsBetween(desk, from, to);
  const [only, ...others] = kinds;
  const isAsked = others.length > 0 || desk.boot.method.link_states.length > 0;
  const reason = whyNot(desk, from, to, isAsked ? undefined : only?.key);
  if (reason !== null) notify(desk, reason);
  else if (isAsked) desk.dialog.value = { name: "link", from: from.id, to: to.id };
  else if (only) connect(desk, { from: from.id, to: to.id, kind: only.key, label: "", state: "" });
}

/** What it would say: *Migri – gives information → PRH*. */
export function sentenceFor(desk: Desk, from: Note, to: Note): string {
  const [only, ...others] = kindsBetween(desk, from, to);
  const kind = only && others.length === 0 ? inWords(desk, only.sentence) || inWords(desk, only.title) : "…";
  return desk.say("link.sentence", { from: excerpt(from.text, 30), kind, to: excerpt(to.text, 30) });
}

/** The links of a note, those that leave it first. */
export function tiesOf(desk: Desk, note: string): readonly Link[] {
  const links = desk.linksOf.value.get(note) ?? [];
  return [...links.filter(({ from }) => from === note), ...links.filter(({ from }) => from !== note)];
}

function takes(kinds: readonly string[] | undefined, note: Note | undefined): boolean {
  return !kinds?.length || !note || kinds.includes(note.kind);
}
