/** What a board holds. An item's noun is the prefix of its id; a field that is absent is null. */

export type Language = "fi" | "sv" | "en";

/** A wording that comes with a method, in every language. */
export type Words = Readonly<Record<Language, string>>;

export type Fields = Readonly<Record<string, unknown>>;

export interface Item {
  readonly id: string;
  readonly [field: string]: unknown;
}

export type Items = ReadonlyMap<string, Item>;

export type Mode = "open" | "silent" | "vote" | "look" | "closed";

export interface BoardItem extends Item {
  readonly mode: Mode;
  readonly method: { readonly key: string; readonly version: number };
  readonly authors: "names" | "organisations" | "nothing";
  readonly shaped_by?: "facilitator" | "everybody";
  readonly rewritten_by?: "authors" | "everybody";
  /** Whether it is asked how things are known, and shown; absent: it is not. */
  readonly evidence?: "hidden" | "shown";
  /** Which of its method's variants it shows; absent: nobody said. */
  readonly variant?: string;
  /** The kinds of note that were chosen and named; absent: the method's. */
  readonly kinds?: readonly NamedKind[];
  /** Those that people named and took away: notes may have them still. */
  readonly former_kinds?: readonly NamedKind[];
  readonly silence?: number;
  /** The workshop is over. */
  readonly ended?: boolean;
  readonly ended_at?: string;
}

/** A kind of a board: the method's by its key alone, else with what people called it. */
export interface NamedKind {
  readonly key: string;
  readonly title?: string;
  readonly tint?: string;
}

export type Sort = "flow" | "ring" | "plane";

export interface Axis {
  readonly field: string;
  readonly title: Words;
  readonly low: Words;
  readonly high: Words;
}

export interface Axes {
  readonly x: Axis;
  readonly y: Axis;
}

/** A quarter of a plane: which end of x, then which end of y. */
export type QuarterKey = "low_low" | "high_low" | "low_high" | "high_high";

export interface Zone extends Item {
  readonly title: string | Words;
  readonly hint?: string | Words;
  readonly sort: Sort;
  readonly accepts: readonly string[];
  readonly order?: string;
  readonly sets?: Fields;
  readonly axes?: Axes;
  /** Of a plane: what its quarters are called. */
  readonly quadrants?: Readonly<Record<QuarterKey, Words>>;
  /** A phase or a lane: it holds no notes itself, its cells do. */
  readonly axis?: "phase" | "lane";
  /** Of a lane: the name of the line above it. */
  readonly line?: Words;
  /** The method's own: nobody names, moves or removes it. */
  readonly fixed?: boolean;
  /** What the cells of a lane accept; of a phase, the only kinds that may come into its cells. */
  readonly takes?: readonly string[];
  /** Of a cell: the ids of its phase and its lane. */
  readonly phase?: string;
  readonly lane?: string;
}

export interface Alternative {
  readonly text: string;
  readonly by?: string;
  readonly seq: number;
}

/** Where a note is: which of these belong together depends on the zone's sort. */
export interface Place {
  readonly zone: string;
  readonly order?: string;
  /** Tenths of a degree, 0…3599; rings only, and only if somebody chose it. */
  readonly angle?: number;
  /** 0…10000, planes only. */
  readonly x?: number;
  readonly y?: number;
}

/** A picture on a note; its bytes are fetched apart, by its id. */
export interface Picture {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who do not see it; absent until somebody has said so. */
  readonly description?: string;
}

export interface Note extends Item, Place {
  readonly zone: string;
  readonly order?: string;
  readonly angle?: number;
  readonly x?: number;
  readonly y?: number;
  readonly kind: string;
  readonly text: string;
  readonly fields?: Fields;
  readonly lang?: string;
  readonly author?: string;
  readonly organisation?: string;
  /** The guest for whom it was entered; absent where names are not shown. */
  readonly on_behalf?: string;
  /** For how many people it was entered; absent of one's own. */
  readonly voices?: number;
  readonly alternatives?: readonly Alternative[];
  readonly silence?: number;
  readonly private?: true;
  /** What it said was removed for good. */
  readonly erased?: true;
  /** It arrived after the end of the workshop; while it is private too, it waits to be taken in. */
  readonly late?: true;
  /** The method gave it: it says the same, in the same place, on every board. */
  readonly fixed?: true;
  /** Left out of the output. */
  readonly out?: true;
  readonly picture?: Picture;
  /** Its picture lies under the other notes of its zone. */
  readonly ground?: true;
  /** Which entity of the project's register it is. */
  readonly entity?: string;
  /** The entities that it is about. */
  readonly about?: readonly string[];
  /** The output that it was carried over from. */
  readonly from?: { readonly artefact: string; readonly version: number; readonly item: string };
  /** The notes that became this one. */
  readonly merged?: readonly MergedNote[];
}

/** What a note that became another said; its writer as the board shows writers. */
export interface MergedNote {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
  readonly author?: string;
  readonly organisation?: string;
  readonly erased?: true;
}

export interface Link extends Item {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly label?: string;
  readonly state?: string;
  readonly author?: string;
}

export interface Cluster extends Item {
  readonly title: string;
  readonly notes: readonly string[];
  readonly author?: string;
  /** The themes that became this one. */
  readonly merged?: readonly { readonly id: string; readonly title: string }[];
}

/** What somebody said about a note or a link, or answered. */
export interface Comment extends Item {
  /** The note, the link, or the comment that it answers. */
  readonly on: string;
  readonly text: string;
  readonly author?: string;
  readonly organisation?: string;
  /** When it came to be seen; absent while it waits, and in silence. */
  readonly at?: string;
  readonly edited?: true;
  readonly resolved?: true;
  readonly silence?: number;
  readonly private?: true;
  readonly erased?: true;
  /** It was said on another board and came in a file: its author only brought it. */
  readonly brought?: true;
}

export interface Ballot extends Item {
  readonly title: string;
  readonly each: number;
  readonly per_note: number;
  readonly zones?: readonly string[];
  readonly over: "notes" | "clusters";
  readonly open: boolean;
  readonly sums?: Readonly<Record<string, number>>;
  readonly voters?: number;
  /** False: so few voted that the sums say who did. */
  readonly secret?: boolean;
  /** It was held on another board, and its result came in a file. */
  readonly brought?: true;
}

/** Nobody ever sees another person's. */
export interface Vote extends Item {
  readonly ballot: string;
  readonly note: string;
  readonly author: string;
}

export type Noun = "note" | "zone" | "link" | "cluster" | "comment" | "ballot" | "vote";

export const UNPLACED = "zone:unplaced";
export const BOARD = "board";

export const isNote = (item: Item | undefined): item is Note => is(item, "note:");
export const isZone = (item: Item | undefined): item is Zone => is(item, "zone:");
export const isLink = (item: Item | undefined): item is Link => is(item, "link:");
export const isCluster = (item: Item | undefined): item is Cluster => is(item, "cluster:");
export const isComment = (item: Item | undefined): item is Comment => is(item, "comment:");
export const isBallot = (item: Item | undefined): item is Ballot => is(item, "ballot:");
export const isVote = (item: Item | undefined): item is Vote => is(item, "vote:");

function is(item: Item | undefined, prefix: string): boolean {
  return item !== undefined && item.id.startsWith(prefix);
}

/** The board itself as an item; undefined only before the first state has come. */
export function boardOf(items: Items): BoardItem | undefined {
  return items.get(BOARD) as BoardItem | undefined;
}

export type { Change, Hidden, LogEvent, Seen } from "./events";
export type { Boot, BootBoard, BootWorkshop, Here, Person, Role, Silence, State } from "./boot";
export type { Method, MethodField, MethodKind, MethodLink, Layout, FieldType, Tint } from "./method";
export type { Operation, OperationType, Refused, Wish } from "./operations";
