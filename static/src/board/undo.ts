/** My own last acts, each with what takes it back. Nobody else's are here. */

import { computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { OperationOf, Sight } from "./guess";
import { siblings } from "./guess";
import { newId } from "./id";
import { boardOf, isCluster, isComment, isLink, isNote, isVote, isZone, UNPLACED } from "./items";
import type { Fields, Items, Note, Place } from "./items";
import type { OperationType, Wish } from "./operations";

type WishOf<T extends OperationType> = Omit<OperationOf<T>, "id">;

export type Inverses = { readonly [T in OperationType]?: (wish: WishOf<T>, sight: Sight) => readonly Wish[] };

const inverses: Inverses = {
  "board.set": ({ fields }, { items }) =>
    fields.kinds === undefined ? [] : [{ type: "board.set", fields: { kinds: boardOf(items)?.kinds ?? null } }],

  "note.add": ({ note }) => [{ type: "note.remove", note }],
  // From the text that was written to the one before: the engine merges, so what others wrote since stays.
  "note.write": ({ note, was, text }) => [{ type: "note.write", note, was: text, text: was }],
  "note.settle": ({ note, keep }, { items }) => {
    const before = items.get(note);
    const taken = isNote(before) && keep !== "text" ? before.alternatives?.[keep]?.text : undefined;
    return isNote(before) && taken !== undefined ? [{ type: "note.write", note, was: taken, text: before.text }] : [];
  },
  "note.move": ({ note }, { items }) => {
    const before = items.get(note);
    return isNote(before) ? [{ type: "note.move", note, ...placeOf(before, items) }] : [];
  },
  "note.set": ({ note, fields }, { items }) => {
    const before = items.get(note);
    if (!isNote(before)) return [];
    const { kind, lang, fields: known } = before;
    // With the kind go the fields that only it has.
    const names =
      fields.kind === undefined ? Object.keys(fields) : [...Object.keys(fields), ...Object.keys(known ?? {})];
    return [{ type: "note.set", note, fields: formerly({ ...known, kind, lang }, names) }];
  },
  "note.remove": ({ note }) => [{ type: "note.restore", note }],
  "note.leave_out": ({ note, out }) => [{ type: "note.leave_out", note, out: !out }],
  "note.picture": ({ note }, { items }) => {
    const before = items.get(note);
    return isNote(before) ? [{ type: "note.picture", note, picture: before.picture ?? null }] : [];
  },
  "note.ground": ({ note, ground }) => [{ type: "note.ground", note, ground: !ground }],
  "note.tie": ({ note, fields }, { items }) => {
    const before = items.get(note);
    return isNote(before) ? [{ type: "note.tie", note, fields: formerly(before, Object.keys(fields)) }] : [];
  },

  "link.add": ({ link }) => [{ type: "link.remove", link }],
  "link.set": ({ link, fields }, { items }) => {
    const before = items.get(link);
    return isLink(before) ? [{ type: "link.set", link, fields: formerly(before, Object.keys(fields)) }] : [];
  },
  "link.remove": ({ link }) => [{ type: "link.restore", link }],
  "link.restore": ({ link }) => [{ type: "link.remove", link }],

  "cluster.add": ({ cluster, notes }, { items }) => [
    { type: "cluster.remove", cluster },
    ...regathered(cluster, notes, items),
  ],
  "cluster.set": ({ cluster, fields }, { items }) => {
    const before = items.get(cluster);
    if (!isCluster(before)) return [];
    const back: Wish = { type: "cluster.set", cluster, fields: formerly(before, Object.keys(fields)) };
    return [back, ...regathered(cluster, fields.notes ?? [], items)];
  },
  "cluster.remove": ({ cluster }) => [{ type: "cluster.restore", cluster }],

  "comment.add": ({ comment }) => [{ type: "comment.remove", comment }],
  "comment.write": ({ comment }, { items }) => {
    const before = items.get(comment);
    return isComment(before) ? [{ type: "comment.write", comment, text: before.text }] : [];
  },
  "comment.remove": ({ comment }) => [{ type: "comment.restore", comment }],
  "comment.restore": ({ comment }) => [{ type: "comment.remove", comment }],
  "comment.resolve": ({ comment }) => [{ type: "comment.reopen", comment }],
  "comment.reopen": ({ comment }) => [{ type: "comment.resolve", comment }],

  "zone.add": ({ zone }) => [{ type: "zone.remove", zone }],
  "zone.set": ({ zone, fields }, { items }) => {
    const before = items.get(zone);
    return isZone(before) ? [{ type: "zone.set", zone, fields: formerly(before, Object.keys(fields)) }] : [];
  },
  "zone.move": ({ zone }, { items }) => {
    const before = items.get(zone);
    if (!isZone(before)) return [];
    const list = siblings(items, before.axis);
    const at = list.findIndex(({ id }) => id === zone);
    return [{ type: "zone.move", zone, after: list[at - 1]?.id ?? null }];
  },
  "zone.remove": ({ zone }) => [{ type: "zone.restore", zone }],
  "zone.restore": ({ zone }) => [{ type: "zone.remove", zone }],

  "vote.cast": ({ vote }) => [{ type: "vote.withdraw", vote }],
  // An id is used once for ever, so a vote given again is a new one.
  "vote.withdraw": ({ vote }, { items }) => {
    const before = items.get(vote);
    if (!isVote(before)) return [];
    return [{ type: "vote.cast", vote: newId("vote"), ballot: before.ballot, note: before.note }];
  },
};

/** From now on these are taken back too. */
export function learnInverses(more: Inverses): void {
  Object.assign(inverses, more);
}

/**
 * What takes this wish back, seen from before it is done; nothing for what concerns everybody.
 *
 * Changing the mode, opening and closing a ballot cannot be unseen: whoever wants the other state asks for it.
 */
export function inverse(wish: Wish, sight: Sight): readonly Wish[] {
  const found = inverses[wish.type] as ((wish: Wish, sight: Sight) => readonly Wish[]) | undefined;
  return found?.(wish, sight) ?? [];
}

/** The place alone; a note whose zone is no longer there goes to *Not placed*. */
export function placeOf(note: Note, items: Items): Place {
  const { zone, order, angle, x, y } = note;
  const home = items.get(zone);
  if (!isZone(home) || ![home.phase, home.lane].every((id) => id === undefined || items.has(id)))
    return { zone: UNPLACED, order: order ?? "a0" };
  const whole = Object.entries({ order, angle, x, y }).filter(([, value]) => value !== undefined);
  return { zone, ...Object.fromEntries(whole) };
}

function formerly(before: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, before[name] ?? null]));
}

/** The other clusters as they were before some of their notes went to this one. */
function regathered(cluster: string, notes: readonly string[], items: Items): readonly Wish[] {
  return [...items.values()]
    .filter(isCluster)
    .filter((other) => other.id !== cluster && other.notes.some((note) => notes.includes(note)))
    .map((other) => ({ type: "cluster.set", cluster: other.id, fields: { notes: other.notes } }));
}

/** One act, taken back in one go however many operations it was. */
export interface Act {
  /** What to call it: *Undo move*. */
  readonly words: string;
  /** Acts with the same join are one: a text typed in several goes. */
  readonly join?: string | undefined;
  /** In the order in which they were done; taken back in the other. */
  readonly back: readonly { readonly op: string; readonly wishes: readonly Wish[] }[];
}

const DEEPEST = 100;

export class ActStack {
  readonly #acts = signal<readonly Act[]>([]);

  readonly last: ReadonlySignal<Act | null> = computed(() => this.#acts.value.at(-1) ?? null);

  /** What the next one is called, or null if there is none. */
  readonly top: ReadonlySignal<string | null> = computed(() => this.#acts.value.at(-1)?.words ?? null);

  push(act: Act): void {
    const before = this.#acts.value;
    const last = before.at(-1);
    this.#acts.value =
      last && act.join !== undefined && last.join === act.join
        ? [...before.slice(0, -1), { ...last, back: [...last.back, ...act.back] }]
        : [...before.slice(1 - DEEPEST), act];
  }

  pop(): Act | undefined {
    const last = this.#acts.value.at(-1);
    this.#acts.value = this.#acts.value.slice(0, -1);
    return last;
  }

  /** An operation that did not happen has nothing to take back. */
  forget(op: string): void {
    if (!this.#acts.value.some(({ back }) => back.some((one) => one.op === op))) return;
    this.#acts.value = this.#acts.value
      .map((act) => ({ ...act, back: act.back.filter((one) => one.op !== op) }))
      .filter(({ back }) => back.length > 0);
  }

  clear(): void {
    this.#acts.value = [];
  }
}

/** The wishes that take a whole act back: last done, first undone. */
export function wishesOf(act: Act): readonly Wish[] {
  return act.back.toReversed().flatMap(({ wishes }) => wishes);
}
