/**
 * What an operation will most likely do, shown until the engine says what it did.
 *
 * A guess may be wrong (somebody else was first, the mode has changed): it is laid over what is confirmed and never mixed
 * into it, so the event or the refusal simply replaces it.
 */

import type { Change } from "./events";
import { BOARD, boardOf, isCluster, isNote, isZone } from "./items";
import type { Fields, Item, Items, Place, Zone } from "./items";
import type { Operation, OperationType, ZoneAdd } from "./operations";
import { byOrder, keyBetween } from "./order";

/** What one person sees when they act: the items, what they saw leave, and who they are. */
export interface Sight {
  readonly items: Items;
  readonly aside: Items;
  readonly you: string;
  /** All kinds of note that the method has. */
  readonly kinds: readonly string[];
}

export type OperationOf<T extends OperationType> = Extract<Operation, { type: T }>;

type Guesses = { readonly [T in OperationType]: (op: OperationOf<T>, sight: Sight) => readonly Change[] };

/** What becomes one, and comes out of it: guessed by `becoming.ts`, which comes after the board stands. */
type Becoming = `${"note" | "cluster"}.${"merge" | "restore"}` | "cluster.split";

const guesses: Omit<Guesses, Becoming> = {
  // Which kinds there are is the engine's to say: it colours them, and tells the places that take them.
  "board.set": ({ fields: { kinds: _kinds, ...switches } }) => [set(BOARD, switches)],
  "note.add": ({ note, kind, text, fields, lang, on_behalf, voices, picture, ...op }, sight) => [
    set(note, {
      kind,
      text,
      fields: fields ?? null,
      lang: lang ?? null,
      picture: picture ?? null,
      author: sight.you,
      ...(on_behalf ? { on_behalf } : {}),
      ...(on_behalf || voices ? { voices: voices ?? 1 } : {}),
      ...place(op),
      ...(boardOf(sight.items)?.ended && isGuest(sight.you) ? { late: true, private: true } : hidden(sight)),
    }),
  ],
  "note.write": ({ note, text }) => [set(note, { text })],
  "note.settle": ({ note, keep }, { items }) => {
    const before = items.get(note);
    const chosen = isNote(before) && keep !== "text" ? before.alternatives?.[keep]?.text : undefined;
    return [set(note, { alternatives: null, ...(chosen === undefined ? {} : { text: chosen }) })];
  },
  "note.move": (op) => [set(op.note, place(op))],
  "note.set": ({ note, fields: { kind, lang, ...fields } }, { items }) => [
    set(note, {
      ...(kind === undefined ? {} : { kind }),
      ...(lang === undefined ? {} : { lang }),
      fields: laid(items.get(note)?.fields, fields),
    }),
  ],
  "note.remove": ({ note }) => [gone(note)],
  "note.take_in": ({ note }) => [set(note, { private: null, out: null })],
  "note.leave_out": ({ note, out }) => [set(note, { out: out || null })],
  "note.picture": ({ note, picture }) => [set(note, picture ? { picture } : { picture, ground: null })],
  "note.ground": ({ note, ground }) => [set(note, { ground: ground || null })],
  "note.tie": ({ note, fields }) => [set(note, fields)],

  "link.add": ({ link, from, to, kind, label }, sight) => [
    set(link, { from, to, kind, label: label ?? null, author: sight.you, ...hiddenWith([from, to], sight) }),
  ],
  "link.set": ({ link, fields }) => [set(link, fields)],
  "link.remove": ({ link }) => [gone(link)],
  "link.restore": ({ link }, sight) => back(link, sight),

  "cluster.add": ({ cluster, title, notes }, sight) => [
    ...leaving(cluster, notes, sight),
    set(cluster, { title, notes, author: sight.you, ...hiddenWith(notes, sight) }),
  ],
  "cluster.set": ({ cluster, fields }, sight) => [...leaving(cluster, fields.notes ?? [], sight), set(cluster, fields)],
  "cluster.remove": ({ cluster }) => [gone(cluster)],

  "comment.add": ({ comment, on, text }, sight) => [set(comment, { on, text, author: sight.you, ...hidden(sight) })],
  "comment.write": ({ comment, text }, { items }) =>
    items.get(comment)?.text === text ? [] : [set(comment, { text, edited: true })],
  "comment.remove": ({ comment }) => [gone(comment)],
  "comment.restore": ({ comment }, sight) => back(comment, sight),
  "comment.resolve": ({ comment }) => [set(comment, { resolved: true })],
  "comment.reopen": ({ comment }) => [set(comment, { resolved: null })],

  "zone.add": addZone,
  "zone.set": setZone,
  "zone.move": ({ zone, after }, { items }) => {
    const moved = items.get(zone);
    return isZone(moved) ? [set(zone, { order: orderAfter(siblings(items, moved.axis, zone), after) })] : [];
  },
  "zone.remove": ({ zone }) => [gone(zone)],
  "zone.restore": ({ zone }, sight) => back(zone, sight),

  "mode.set": setMode,
  "ballot.open": ({ ballot, title, each, per_note, zones, over }) => [
    set(ballot, { title, each, per_note, zones: zones ?? null, over, open: true }),
  ],
  "ballot.close": ({ ballot }) => [set(ballot, { open: false })],
  "vote.cast": ({ vote, ballot, note }, { you }) => [set(vote, { ballot, note, author: you })],
  "vote.withdraw": ({ vote }) => [gone(vote)],
};

/** From now on these are guessed too. */
export function learnGuesses(more: Pick<Guesses, Becoming>): void {
  Object.assign(guesses, more);
}

/**
 * The changes that this operation would make. None if what it speaks of is not there, or what it adds already is.
 *
 * Of a floor nothing is guessed: those who lead see where the room is, not where they would like it to be.
 */
export function guess(operation: Operation, sight: Sight): readonly Change[] {
  const known: Readonly<Record<string, unknown>> = guesses;
  const found = known[operation.type] as ((op: Operation, sight: Sight) => readonly Change[]) | undefined;
  if (found === undefined) return [];
  const made = found(operation, sight);
  const adding = /\.(add|open|cast)$/.test(operation.type);
  if (adding) return made.some(({ id }) => id === addedBy(operation) && sight.items.has(id)) ? [] : made;
  if (/\.(restore|split)$/.test(operation.type)) return made;
  return made.filter(({ id }) => sight.items.has(id));
}

/** The id of the item that an operation brings; the member is named by its noun. */
function addedBy(operation: Operation): unknown {
  const members: Fields = { ...operation };
  return members[operation.type.slice(0, operation.type.indexOf("."))];
}

/** Zones side by side in this one's list: phases, lanes, or the plain ones; in order, without *Not placed*. */
export function siblings(items: Items, axis: Zone["axis"], without?: string): readonly Zone[] {
  const beside = [...items.values()].filter(
    (item): item is Zone =>
      isZone(item) &&
      item.axis === axis &&
      item.phase === undefined &&
      item.id !== without &&
      item.id !== "zone:unplaced",
  );
  return beside.toSorted(byOrder);
}

export function set(id: string, fields: Fields): Change {
  return { id, set: fields };
}

export function gone(id: string): Change {
  return { id, gone: true };
}

function back(id: string, { items, aside }: Sight): readonly Change[] {
  const kept = aside.get(id);
  return kept && !items.has(id) ? [set(id, kept)] : [];
}

/** The whole place: what does not belong to the new one goes. */
function place(of: Place): Fields {
  return { zone: of.zone, order: of.order ?? null, angle: of.angle ?? null, x: of.x ?? null, y: of.y ?? null };
}

/** Whoever has no account: what such a person adds after the end waits. */
function isGuest(you: string): boolean {
  return you.startsWith("p:");
}

function hidden({ items }: Sight): Fields {
  const board = boardOf(items);
  return board?.mode === "silent" ? { private: true, silence: board.silence } : {};
}

/** What touches something private is private with it. */
export function hiddenWith(ids: readonly string[], sight: Sight): Fields {
  return ids.some((id) => sight.items.get(id)?.private === true) ? hidden(sight) : {};
}

/** Fields laid over fields; nothing at all counts as none. */
function laid(before: unknown, fields: Fields): Fields | null {
  const known = typeof before === "object" && before !== null ? before : {};
  const after = Object.entries({ ...known, ...fields }).filter(([, value]) => value !== null);
  return after.length > 0 ? Object.fromEntries(after) : null;
}

/** A note is in one cluster at most: joining one is leaving the other. */
function leaving(cluster: string, notes: readonly string[], { items }: Sight): readonly Change[] {
  const joining = new Set(notes);
  return [...items.values()]
    .filter(isCluster)
    .filter((other) => other.id !== cluster && other.notes.some((note) => joining.has(note)))
    .map((other) => set(other.id, { notes: other.notes.filter((note) => !joining.has(note)) }));
}

function orderAfter(list: readonly Zone[], after: string | null): string {
  const at = list.findIndex(({ id }) => id === after) + 1;
  return keyBetween(list[at - 1]?.order ?? null, list[at]?.order ?? null);
}

function addZone(op: ZoneAdd, { items, kinds }: Sight): readonly Change[] {
  const { zone, title, axis } = op;
  const takes = op.takes ?? kinds;
  const beside = siblings(items, axis);
  const added: Fields = {
    title,
    axis: axis ?? null,
    sort: "flow",
    accepts: axis ? [] : takes,
    takes: axis === "lane" ? takes : null,
    order: orderAfter(beside, op.after ?? beside.at(-1)?.id ?? null),
  };
  const across = axis === "phase" ? siblings(items, "lane") : axis === "lane" ? siblings(items, "phase") : [];
  const cells = across.map((other) =>
    axis === "phase" ? cell(zone, other) : cell(other.id, { id: zone, ...added, takes: both(takes, other) }),
  );
  return [set(zone, added), ...cells];
}

/** Its title is made of both names where it is shown. */
function cell(phase: string, lane: Item & Pick<Zone, "order" | "takes">): Change {
  const id = `${phase}/${lane.id.slice("zone:".length)}`;
  const { order, takes } = lane;
  return set(id, { title: "", sort: "flow", phase, lane: lane.id, accepts: takes ?? [], order: order ?? null });
}

/** Leaving silence shows what was written in it: here, what I wrote; the others' comes with the event. */
function setMode({ mode }: OperationOf<"mode.set">, { items }: Sight): readonly Change[] {
  if (mode === "silent") return [set(BOARD, { mode })];
  const mine = [...items.values()].filter((item) => item.private === true);
  return [set(BOARD, { mode, silence: null }), ...mine.map(({ id }) => set(id, { private: null }))];
}

/** Of what a lane takes, what a phase lets into its cells. */
function both(takes: readonly string[], phase: Zone | undefined): readonly string[] {
  return takes.filter((kind) => phase?.takes?.includes(kind) ?? true);
}

/** What a lane takes, its cells accept. */
function setZone({ zone, fields }: OperationOf<"zone.set">, { items }: Sight): readonly Change[] {
  const { takes } = fields;
  const cells = takes === undefined ? [] : [...items.values()].filter(isZone).filter(({ lane }) => lane === zone);
  const phases = new Map(siblings(items, "phase").map((phase) => [phase.id, phase]));
  const accepts = (phase = "") => both(takes ?? [], phases.get(phase));
  return [set(zone, fields), ...cells.map(({ id, phase }) => set(id, { accepts: accepts(phase) }))];
}
