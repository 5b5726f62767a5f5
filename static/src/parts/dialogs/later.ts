/**
 * What is drawn over the board comes right after it, not before: the first notes are there sooner on a slow line.
 *
 * It is fetched at once when the board stands, so that it is there before the network may be gone.
 */

import { signal } from "@preact/signals";
import type { Signal } from "@preact/signals";

type Drawn = typeof import("./drawn").drawn;

export const later: Signal<Drawn | null> = signal(null);

/** Rejects nothing: without the network it is tried again when something is opened. */
export async function fetchDialogs(): Promise<void> {
  try {
    const { drawn } = await import("./drawn");
    later.value = drawn;
  } catch {
    later.value = null;
  }
}
