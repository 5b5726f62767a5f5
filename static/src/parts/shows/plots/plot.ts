/** The figures that the server has for looking at: see `facilitator/artefacts/plots`. */

import type { Words } from "../../../board/items";

export interface Pain {
  readonly note: string;
  readonly votes: number;
  /** Null: nobody said. */
  readonly severity: number | null;
  readonly frequency: number | null;
  readonly weight: number;
}

export interface PainCurve {
  readonly key: "pain_curve";
  readonly voted: boolean;
  readonly phases: readonly { readonly id: string; readonly title: string | Words; readonly pains: readonly Pain[] }[];
}

export interface GridAxis {
  readonly title: Words;
  readonly low: Words;
  readonly high: Words;
}

export interface Grid {
  readonly key: "grid";
  readonly zone: string;
  readonly x: GridAxis;
  readonly y: GridAxis;
  /** 1…5 either way. */
  readonly notes: readonly { readonly note: string; readonly x: number; readonly y: number }[];
}

export interface NetworkRelation {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly state: string | null;
}

export interface Network {
  readonly key: "network";
  /** In the order in which they stand around. */
  readonly notes: readonly { readonly note: string; readonly relations: number }[];
  readonly relations: readonly NetworkRelation[];
  /** How many notes with relations are not among them. */
  readonly left: number;
}

export type Plot = PainCurve | Grid | Network;
