/** For whom notes are entered just now: somebody in the room or on the phone, or so many people. Told to nobody before a note. */

import { signal } from "@preact/signals";
import type { Signal } from "@preact/signals";

import type { Desk } from "../desk";

/** As a note takes it; empty: one's own. */
export interface Behalf {
  readonly on_behalf?: string;
  readonly voices?: number;
}

export const MOST_VOICES = 999;

const chosen = new WeakMap<Desk, Signal<Behalf>>();

/** It holds for every note until it is ended, in whichever place it is written. */
export function behalfOf(desk: Desk): Signal<Behalf> {
  const known = chosen.get(desk) ?? signal<Behalf>({});
  chosen.set(desk, known);
  return known;
}

export function isForOthers({ on_behalf, voices }: Behalf): boolean {
  return on_behalf !== undefined || voices !== undefined;
}
