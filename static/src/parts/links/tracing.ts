import { computed } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { Link } from "../../board/items";

const NONE: ReadonlySet<string> = new Set();

/** While all arrows are shown: the notes in hand that have any, and the notes at their other ends. */
export function tracingOf(
  linksOf: ReadonlySignal<ReadonlyMap<string, readonly Link[]>>,
  inHand: ReadonlySignal<ReadonlySet<string>>,
  arrows: ReadonlySignal<boolean>,
): ReadonlySignal<ReadonlySet<string>> {
  return computed(() => {
    if (!arrows.value || inHand.value.size === 0) return NONE;
    const own = [...inHand.value].flatMap((note) => linksOf.value.get(note) ?? []);
    return own.length === 0 ? NONE : new Set([...inHand.value, ...own.flatMap(({ from, to }) => [from, to])]);
  });
}
