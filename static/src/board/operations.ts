/** What somebody wants: the operations of the protocol, as they are sent. */

import type { Fields, Mode, NamedKind, Noun, Picture, Place, Words } from "./items";

interface Called<T extends string> {
  /** A lower-case UUID; makes a repeat harmless. */
  readonly id: string;
  readonly type: T;
}

export interface BoardSet extends Called<"board.set"> {
  readonly fields: {
    readonly shaped_by?: "facilitator" | "everybody";
    readonly rewritten_by?: "authors" | "everybody";
    readonly evidence?: "hidden" | "shown";
    /** Null: nobody says which. */
    readonly variant?: string | null;
    /** Null: the method's. */
    readonly kinds?: readonly NamedKind[] | null;
  };
}
export interface NoteAdd extends Called<"note.add">, Place {
  readonly note: string;
  readonly kind: string;
  readonly text: string;
  readonly fields?: Fields;
  readonly lang?: string;
  /** The guest for whom somebody who leads enters it. */
  readonly on_behalf?: string;
  /** For how many people. */
  readonly voices?: number;
  readonly picture?: Picture;
}
export interface NoteWrite extends Called<"note.write"> {
  readonly note: string;
  /** The text that the writer began from; others' changes since are merged with it. */
  readonly was: string;
  readonly text: string;
}
export interface NoteSettle extends Called<"note.settle"> {
  readonly note: string;
  /** The present text, or the index of the alternative that replaces it. */
  readonly keep: "text" | number;
}
export interface NoteMove extends Called<"note.move">, Place {
  readonly note: string;
}
export interface NoteSet extends Called<"note.set"> {
  readonly note: string;
  /** Typed fields, `kind` or `lang`: only these change; null takes a value away. */
  readonly fields: Fields;
}
export interface NoteLeaveOut extends Called<"note.leave_out"> {
  readonly note: string;
  readonly out: boolean;
}
export interface NotePicture extends Called<"note.picture"> {
  readonly note: string;
  readonly picture: Picture | null;
}
export interface NoteGround extends Called<"note.ground"> {
  readonly note: string;
  readonly ground: boolean;
}
export interface NoteTie extends Called<"note.tie"> {
  readonly note: string;
  /** What the note is, and what it is about, in the project's register; null takes one away. */
  readonly fields: { readonly entity?: string | null; readonly about?: readonly string[] | null };
}
export interface NoteMerge extends Called<"note.merge"> {
  /** The one that stays. */
  readonly note: string;
  /** Those that become it. */
  readonly notes: readonly string[];
  /** What it says from then on; absent: as it did. */
  readonly text?: string;
  /** Fields of its kind that it has from then on, over its own. */
  readonly fields?: Fields;
  /** What it is from then on in the project's register; for those who lead. */
  readonly entity?: string;
}
export interface LinkAdd extends Called<"link.add"> {
  readonly link: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly label?: string | null;
}
export interface LinkSet extends Called<"link.set"> {
  readonly link: string;
  readonly fields: { readonly kind?: string; readonly label?: string | null; readonly state?: string | null };
}
export interface ClusterAdd extends Called<"cluster.add"> {
  readonly cluster: string;
  readonly title: string;
  readonly notes: readonly string[];
}
export interface ClusterSet extends Called<"cluster.set"> {
  readonly cluster: string;
  readonly fields: { readonly title?: string; readonly notes?: readonly string[] };
}
export interface ClusterMerge extends Called<"cluster.merge"> {
  readonly cluster: string;
  /** Those that go into it. */
  readonly clusters: readonly string[];
  /** What it is called from then on; absent: as it was. */
  readonly title?: string;
}
export interface ClusterSplit extends Called<"cluster.split"> {
  readonly cluster: string;
  /** The new one. */
  readonly into: string;
  readonly title: string;
  readonly notes: readonly string[];
}
export interface CommentAdd extends Called<"comment.add"> {
  readonly comment: string;
  /** A note, a link, or the comment that it answers. */
  readonly on: string;
  readonly text: string;
}
export interface CommentWrite extends Called<"comment.write"> {
  readonly comment: string;
  readonly text: string;
}
export interface ZoneAdd extends Called<"zone.add"> {
  readonly zone: string;
  readonly title: string;
  /** The sibling that it follows; absent: last. */
  readonly after?: string | null;
  readonly axis?: "phase" | "lane";
  /** The kinds that it, or the cells of a lane, will hold; absent: all of the method's. */
  readonly takes?: readonly string[];
}
export interface ZoneSet extends Called<"zone.set"> {
  readonly zone: string;
  readonly fields: {
    readonly title?: string | Words;
    readonly hint?: string | Words | null;
    /** Of a plain zone. */
    readonly accepts?: readonly string[];
    /** Of a lane. */
    readonly takes?: readonly string[];
  };
}
export interface ZoneMove extends Called<"zone.move"> {
  readonly zone: string;
  /** The sibling that it comes to follow; null: first. */
  readonly after: string | null;
}
export interface ModeSet extends Called<"mode.set"> {
  readonly mode: Mode;
}
export interface BallotOpen extends Called<"ballot.open"> {
  readonly ballot: string;
  readonly title: string;
  readonly each: number;
  readonly per_note: number;
  readonly zones?: readonly string[];
  readonly over: "notes" | "clusters";
}
export interface BallotClose extends Called<"ballot.close"> {
  readonly ballot: string;
}
export interface VoteCast extends Called<"vote.cast"> {
  readonly vote: string;
  readonly ballot: string;
  readonly note: string;
}
export interface VoteWithdraw extends Called<"vote.withdraw"> {
  readonly vote: string;
}

/** `note.remove {note}`, `link.restore {link}` and their like: the noun is the member's name. */
type Named<N extends Noun, Verb extends string> = N extends Noun
  ? Called<`${N}.${Verb}`> & { readonly [K in N]: string }
  : never;

/** What a board is asked for. */
export type BoardOperation =
  | BoardSet
  | NoteAdd
  | NoteWrite
  | NoteSettle
  | NoteMove
  | NoteSet
  | Named<"note", "remove">
  | Named<"note", "restore">
  | Named<"note", "take_in">
  | NoteLeaveOut
  | NotePicture
  | NoteGround
  | NoteTie
  | NoteMerge
  | LinkAdd
  | LinkSet
  | Named<"link", "remove">
  | Named<"link", "restore">
  | ClusterAdd
  | ClusterSet
  | ClusterMerge
  | ClusterSplit
  | Named<"cluster", "remove">
  | Named<"cluster", "restore">
  | CommentAdd
  | CommentWrite
  | Named<"comment", "remove">
  | Named<"comment", "restore">
  | Named<"comment", "resolve">
  | Named<"comment", "reopen">
  | ZoneAdd
  | ZoneSet
  | ZoneMove
  | Named<"zone", "remove">
  | Named<"zone", "restore">
  | ModeSet
  | BallotOpen
  | BallotClose
  | VoteCast
  | VoteWithdraw;

export interface StepGo extends Called<"step.go"> {
  /** The part to go to; null: to none. */
  readonly step: string | null;
}
export interface TimerStart extends Called<"timer.start"> {
  readonly seconds: number;
}
export interface TimerAdd extends Called<"timer.add"> {
  readonly seconds: number;
}
export interface SummonCall extends Called<"summon.call"> {
  readonly board: string;
  /** A zone on it. */
  readonly focus?: string;
}

/** What a workshop's floor is asked for here; its agenda is written elsewhere. */
export type FloorOperation =
  StepGo | TimerStart | TimerAdd | Called<"timer.pause"> | Called<"timer.resume"> | Called<"timer.end"> | SummonCall;

export type Operation = BoardOperation | FloorOperation;

export type OperationType = BoardOperation["type"];

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** An operation before it has an id of its own: what a view hands to `store.act`. */
export type Wish = Without<BoardOperation, "id">;

/** The same for a floor. */
export type FloorWish = Without<FloorOperation, "id">;

/** What did not happen, and why, in the reader's own language; the operation keeps what was written. */
export interface Refused {
  readonly op: string;
  readonly code: string;
  readonly message: string;
  readonly operation: Operation | null;
}

/** An operation as this device keeps it until it is answered, and a refused one until its author has put it away. */
export interface KeptOperation {
  /** When it was wished, on this device's clock; also its place in the order, so no two are alike on one page. */
  readonly at: number;
  /** The epoch that it was wished in. */
  readonly epoch: string | null;
  readonly operation: Operation;
  readonly refused?: Pick<Refused, "code" | "message">;
}
