/** What became one: a note or a theme that went into another is gone, and the other says so in `merged`. */

import type { Fields, Item, Items } from "./items";

/** What it was, as everybody may know it. */
export interface Merged {
  readonly id: string;
}

export function mergedIn(item: Fields | undefined): readonly Merged[] {
  return (item?.["merged"] as readonly Merged[] | undefined) ?? [];
}

/** By the id of each that went into another which is there: that other. */
export function keepers(items: Items): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const item of items.values()) for (const { id } of mergedIn(item)) found.set(id, item.id);
  return found;
}

/** What the kept one says once it has taken these in: with each comes all that had gone into it before. */
export function withMerged(kept: Item, taken: readonly (readonly [Merged, Item | undefined])[]): readonly Merged[] {
  const all = taken.flatMap(([entry, item]) => [entry, ...mergedIn(item)]);
  return [...new Map([...mergedIn(kept), ...all].map((entry) => [entry.id, entry])).values()];
}

/** What the kept one still says after this one has left it, with all that had gone into that before; null: nothing. */
export function withoutMerged(kept: Item | undefined, item: Item): readonly Merged[] | null {
  const left = new Set([item.id, ...mergedIn(item).map(({ id }) => id)]);
  return orNull(mergedIn(kept).filter(({ id }) => !left.has(id)));
}

/** What an item that returns, out of the one that `leaves` is, still says: not what is there, or in another meanwhile. */
export function stillIn(item: Item, items: Items, leaves: string | undefined): readonly Merged[] | null {
  const kept = keepers(items);
  const isIn = ({ id }: Merged) => !items.has(id) && (kept.get(id) ?? leaves) === leaves;
  return orNull(mergedIn(item).filter(isIn));
}

function orNull<T>(list: readonly T[]): readonly T[] | null {
  return list.length > 0 ? list : null;
}
