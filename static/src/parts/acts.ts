/** What a person does, as operations: every button, key and drag comes through here, so that each has the same meaning. */

import { newId } from "../board/id";
import type { Ballot, Cluster, Link, Mode, NamedKind, Note, Vote } from "../board/items";
import { isCluster } from "../board/items";
import type { BoardSet, Wish } from "../board/operations";
import { manyMoveOps, placesAt } from "../board/place";
import type { Spot } from "../board/place";
import type { Key } from "../words";
import type { Behalf } from "./behalf/behalf";
import type { Desk } from "./desk";
import { offerBack } from "./moved";
import { excerpt, nameOf } from "./wording";

export function act(desk: Desk, wishes: Wish | readonly Wish[], words: Key, join?: string): void {
  const undo = desk.say(words);
  desk.store.act(wishes, join === undefined ? { undo } : { undo, join });
}

/** Add a note; returns its id. */
export function addNote(desk: Desk, kind: string, text: string, spot: Spot, behalf: Behalf = {}): string {
  return addNotes(desk, kind, [text], spot, behalf)[0] ?? "";
}

/** Add notes one after the other as one act; returns their ids. */
export function addNotes(
  desk: Desk,
  kind: string,
  texts: readonly string[],
  spot: Spot,
  behalf: Behalf = {},
): readonly string[] {
  const { places, room } = placesAt(desk.arrangement.peek(), spot, texts.length);
  const notes = texts.map(() => newId("note"));
  const added = notes.map((note, i): Wish => ({
    type: "note.add",
    note,
    kind,
    text: texts[i] ?? "",
    lang: desk.language,
    ...behalf,
    ...(places[i] ?? { zone: spot.zone }),
  }));
  act(desk, [...room, ...added], "undo.add");
  const area = desk.arrangement.peek().area(spot.zone);
  const zone = area ? nameOf(desk, area) : "";
  const count = texts.length;
  desk.tell(count === 1 ? desk.say("note.added", { zone }) : desk.say("note.added.many", { zone, count }));
  return notes;
}

/** `was`: the text that the writer began from. */
export function writeNote(desk: Desk, note: Note, was: string, text: string): void {
  act(desk, { type: "note.write", note: note.id, was, text }, "undo.write");
}

export function settleNote(desk: Desk, note: Note, keep: "text" | number): void {
  act(desk, { type: "note.settle", note: note.id, keep }, "undo.settle");
}

/** Move notes to a spot, one after the other in the order given, as one act. */
export function moveNotes(desk: Desk, notes: readonly Note[], spot: Spot): void {
  const wishes = manyMoveOps(desk.arrangement.peek(), notes, spot);
  if (wishes.length > 0) act(desk, wishes, "undo.move");
  const area = desk.arrangement.peek().area(spot.zone);
  const last = notes.at(-1);
  if (!area || !last) return;
  if (wishes.length > 0) offerBack(desk, area, notes.length);
  const index = area.notes.findIndex(({ id }) => id === last.id) + 1;
  desk.tell(desk.say("note.moved", { zone: nameOf(desk, area), index, count: area.notes.length }));
}

export function removeNotes(desk: Desk, notes: readonly Note[]): void {
  if (notes.length === 0) return;
  const wishes = notes.map((note): Wish => ({ type: "note.remove", note: note.id }));
  act(desk, wishes, "undo.remove");
  desk.inHand.value = new Set();
  desk.tell(desk.say("note.removed", { text: notes.map(({ text }) => excerpt(text)).join(", ") }));
}

export function restoreNote(desk: Desk, note: Note): void {
  act(desk, { type: "note.restore", note: note.id }, "undo.restore");
  desk.tell(desk.say("removed.restored", { text: excerpt(note.text) }));
}

export interface LinkDraft {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly label: string;
  readonly state: string;
}

export function addLink(desk: Desk, draft: LinkDraft): void {
  const { from, to, kind } = draft;
  const link = newId("link");
  const label = draft.label.trim();
  const add: Wish = { type: "link.add", link, from, to, kind, ...(label ? { label } : {}) };
  const states: Wish[] = draft.state ? [{ type: "link.set", link, fields: { state: draft.state } }] : [];
  act(desk, [add, ...states], "undo.link");
}

export function setLink(desk: Desk, link: Link, draft: LinkDraft): void {
  const { kind } = draft;
  const label = draft.label.trim() || null;
  const state = draft.state || null;
  act(desk, { type: "link.set", link: link.id, fields: { kind, label, state } }, "undo.link");
}

export function removeLink(desk: Desk, link: Link): void {
  act(desk, { type: "link.remove", link: link.id }, "undo.link");
}

export function addCluster(desk: Desk, title: string, notes: readonly string[]): void {
  act(desk, { type: "cluster.add", cluster: newId("cluster"), title, notes }, "undo.cluster");
}

export function setCluster(desk: Desk, cluster: Cluster, title: string, notes: readonly string[]): void {
  act(desk, { type: "cluster.set", cluster: cluster.id, fields: { title, notes } }, "undo.cluster");
}

/** The others go into this one. */
export function mergeClusters(desk: Desk, cluster: Cluster, clusters: readonly string[], title: string): void {
  act(desk, { type: "cluster.merge", cluster: cluster.id, clusters, title }, "undo.cluster");
}

/** These notes leave under a title of their own. */
export function splitCluster(desk: Desk, cluster: Cluster, notes: readonly string[], title: string): void {
  const into = newId("cluster");
  act(desk, { type: "cluster.split", cluster: cluster.id, into, title, notes }, "undo.cluster");
}

export function removeCluster(desk: Desk, cluster: Cluster): void {
  act(desk, { type: "cluster.remove", cluster: cluster.id }, "undo.cluster");
}

export interface ZoneDraft {
  readonly title: string;
  readonly hint: string;
  readonly takes: readonly string[];
  /** The sibling that it follows; null: first. */
  readonly after: string | null;
}

/** Returns its id. */
export function addZone(desk: Desk, axis: "phase" | "lane" | undefined, draft: ZoneDraft): string {
  const zone = newId("zone");
  const wish: Wish = {
    type: "zone.add",
    zone,
    title: draft.title,
    ...(draft.after === null ? {} : { after: draft.after }),
    ...(axis ? { axis } : {}),
    ...(axis === "phase" ? {} : { takes: draft.takes }),
  };
  const hints: Wish[] = draft.hint ? [{ type: "zone.set", zone, fields: { hint: draft.hint } }] : [];
  act(desk, [wish, ...hints], "undo.zone");
  return zone;
}

/** `changed`: only what was changed; `after` absent: it stays where it is. */
export function setZone(desk: Desk, zone: string, changed: Partial<ZoneDraft>, kinds: "takes" | "accepts"): void {
  const { after, takes, title, hint } = changed;
  const fields = {
    ...(title === undefined ? {} : { title }),
    ...(hint === undefined ? {} : { hint: hint || null }),
    ...(takes === undefined ? {} : { [kinds]: takes }),
  };
  const wishes: Wish[] = Object.keys(fields).length > 0 ? [{ type: "zone.set", zone, fields }] : [];
  if (after !== undefined) wishes.push({ type: "zone.move", zone, after });
  if (wishes.length > 0) act(desk, wishes, "undo.zone");
}

export function removeZone(desk: Desk, zone: string): void {
  act(desk, { type: "zone.remove", zone }, "undo.zone");
}

/** Say what everybody may do. */
export function setBoard(desk: Desk, fields: BoardSet["fields"]): void {
  desk.store.act({ type: "board.set", fields });
}

/** Say which kinds of note there are. */
export function setKinds(desk: Desk, kinds: readonly NamedKind[]): void {
  act(desk, { type: "board.set", fields: { kinds } }, "undo.kinds");
}

export function setMode(desk: Desk, mode: Mode): void {
  desk.store.act({ type: "mode.set", mode });
}

export interface BallotDraft {
  readonly title: string;
  readonly each: number;
  readonly per_note: number;
  readonly over: "notes" | "clusters";
  /** Empty: all. */
  readonly zones: readonly string[];
}

export function openBallot(desk: Desk, draft: BallotDraft): void {
  const { zones, ...rest } = draft;
  const among = zones.length > 0 ? { zones } : {};
  desk.store.act({ type: "ballot.open", ballot: newId("ballot"), ...rest, ...among });
}

export function closeBallot(desk: Desk, ballot: Ballot): void {
  desk.store.act({ type: "ballot.close", ballot: ballot.id });
}

export function castVote(desk: Desk, ballot: Ballot, target: string): void {
  act(desk, { type: "vote.cast", vote: newId("vote"), ballot: ballot.id, note: target }, "undo.vote");
}

/** With the spare ones for the same thing, or one of them would count instead. */
export function withdrawVote(desk: Desk, vote: Vote): void {
  const spare = desk.voting.peek().spare.filter(({ note }) => note === vote.note);
  const wishes = [vote, ...spare].map(({ id }): Wish => ({ type: "vote.withdraw", vote: id }));
  act(desk, wishes, "undo.vote");
}

/** The clusters, by title. */
export function clustersOf(desk: Desk): readonly Cluster[] {
  const clusters = [...desk.store.items.value.values()].filter(isCluster);
  return clusters.toSorted((a, b) => a.title.localeCompare(b.title, desk.language));
}
