/** A workshop method as data: what the board is made of and how it speaks. */

import type { Axes, Fields, QuarterKey, Sort, Words } from "./items";

export type Layout = "matrix" | "rings" | "plane" | "columns" | "sectors" | "network" | "free";

export type Tint = "step" | "channel" | "org" | "pain" | "idea" | "people" | "data" | "neutral";

export type FieldType =
  | "text"
  | "choice"
  | "choices"
  | "scale5"
  | "emotion"
  | "flag"
  | "number"
  | "date"
  | "item"
  | "stakeholder"
  | "organisation"
  | "stakeholders"
  | "organisations"
  | "reference"
  | "link";

export interface MethodField {
  readonly key: string;
  readonly title: Words;
  readonly hint?: Words;
  readonly type: FieldType;
  readonly low?: Words;
  readonly high?: Words;
  /** What a number counts. */
  readonly unit?: Words;
  readonly choices?: readonly { readonly key: string; readonly title: Words }[];
}

export interface MethodKind {
  readonly key: string;
  /** Of a kind that people named, as they named it. */
  readonly title: string | Words;
  readonly plural: string | Words;
  readonly hint?: Words;
  readonly icon: string;
  readonly tint: Tint;
  readonly entity: string;
  /** What the kind itself says, until somebody chooses another. */
  readonly sets?: Fields;
  readonly fields: readonly MethodField[];
}

/** The kinds that those who lead may name on a board. */
export interface OwnKinds {
  readonly most: number;
  readonly hint: Words;
  readonly entity: string;
  /** How they are told apart: each new one gets the first whose tint is free. */
  readonly looks: readonly { readonly tint: Tint; readonly icon: string }[];
  readonly fields: readonly MethodField[];
}

export interface MethodLink {
  readonly key: string;
  readonly title: Words;
  /** Stands between the two ends: *Migri – gives information to → PRH*. */
  readonly sentence: Words;
  readonly from?: readonly string[];
  readonly to?: readonly string[];
}

export interface MethodZone {
  readonly id: string;
  readonly title: Words;
  readonly hint?: Words;
  readonly sort: Sort;
  readonly accepts: readonly string[];
  readonly sets?: Fields;
  readonly axes?: Axes;
  readonly quadrants?: Readonly<Record<QuarterKey, Words>>;
}

export interface MethodPhase {
  readonly id: string;
  readonly title: Words;
  readonly hint?: Words;
}

export interface MethodLane extends MethodPhase {
  readonly takes: readonly string[];
}

export interface Method {
  readonly key: string;
  readonly version: number;
  readonly layout: Layout;
  readonly title: Words;
  readonly purpose: Words;
  readonly question: Words;
  readonly guide: readonly Words[];
  readonly questions: readonly { readonly key: string; readonly text: Words }[];
  readonly kinds: readonly MethodKind[];
  readonly own_kinds?: OwnKinds;
  readonly links: readonly MethodLink[];
  readonly link_states: readonly { readonly key: string; readonly title: Words }[];
  /** What a board may show, such as how it is and how it should be. */
  readonly variants?: readonly { readonly key: string; readonly title: Words }[];
  /** Which zones a facilitator may add on the board. */
  readonly adds: readonly ("phase" | "lane" | "zone")[];
  readonly zones: readonly MethodZone[];
  /** What one column of a matrix is, where it is no phase. */
  readonly phase_name?: Words;
  /** What one row of it is, where the method says. */
  readonly lane_name?: Words;
  /** What becomes columns or rows when a board begins from outputs: of which things they are the names. */
  readonly carries?: readonly { readonly type: string; readonly as: string }[];
  readonly phases?: readonly MethodPhase[];
  readonly lanes?: readonly MethodLane[];
}
