/** The reducer: the same few lines as in the engine, so a new operation needs no new code to be shown. */

import type { Change } from "./events";
import { isCluster, isComment, isLink, isVote, isZone } from "./items";
import type { Cluster, Comment, Fields, Item, Items, Link, Vote } from "./items";
import { keepers } from "./merged";

/** The item with the fields laid over it; null takes a field away. */
export function merged(item: Item | undefined, id: string, set: Fields): Item {
  const fields: Record<string, unknown> = { ...item };
  for (const [field, value] of Object.entries(set)) {
    if (value === null) delete fields[field];
    else fields[field] = value;
  }
  return { ...fields, id };
}

/** Lay the changes over `items`, in place: for a map that is this caller's own. */
export function lay(items: Map<string, Item>, changes: readonly Change[]): void {
  for (const change of changes) {
    if ("gone" in change) items.delete(change.id);
    else items.set(change.id, merged(items.get(change.id), change.id, change.set));
  }
}

/** The items after these changes; what did not change is the same object as before. */
export function change(items: Items, changes: readonly Change[]): Items {
  if (changes.length === 0) return items;
  const after = new Map(items);
  lay(after, changes);
  return after;
}

/**
 * What is shown of what is there: nothing that hangs on something gone.
 *
 * A cell goes with its phase or lane, a link with either end, a comment with what it is about, a vote with its note or
 * cluster; a cluster lists only the members that are there. All of it returns when they do, since nothing of it left the items.
 * What was given to one that went into another is given to that other.
 */
export function closed(items: Items): Items {
  let shown: Map<string, Item> | undefined; // a copy only where something is not as it is
  const kept = keepers(items);
  for (const [id, item] of items) {
    const seen = isCluster(item) ? withMembers(item, items) : pointed(item, items, kept);
    const isThere = holds(seen, items, kept);
    if (isThere && seen === item) continue;
    shown ??= new Map(items);
    if (isThere) shown.set(id, seen);
    else shown.delete(id);
  }
  return shown ?? items;
}

type Kept = ReadonlyMap<string, string>;

function holds(item: Item, items: Items, kept: Kept): boolean {
  if (isZone(item)) {
    return [item.phase, item.lane].every((id) => id === undefined || items.has(id));
  }
  if (isLink(item)) return item.from !== item.to && items.has(item.from) && items.has(item.to);
  if (isComment(item)) return isTalkedOf(item.on, items, kept);
  if (isVote(item)) return items.has(item.note);
  return true;
}

/** A comment goes with what it is about, and an answer with the comment before it. */
function isTalkedOf(id: string, items: Items, kept: Kept): boolean {
  const item = items.get(id);
  return item !== undefined && holds(pointed(item, items, kept), items, kept);
}

/** A vote, a link, a comment at what its ends have become. */
function pointed(item: Item, items: Items, kept: Kept): Item {
  if (kept.size === 0) return item;
  const to = (id: string) => (items.has(id) ? id : (kept.get(id) ?? id));
  if (isVote(item)) return again<Vote>(item, { note: to(item.note) });
  if (isLink(item)) return again<Link>(item, { from: to(item.from), to: to(item.to) });
  return isComment(item) ? again<Comment>(item, { on: to(item.on) }) : item;
}

/** Kept by the item that it was made from, so that the same item, pointed alike, stays the same object. */
const repointed = new WeakMap<Item, Item>();

function again<T extends Item>(item: T, fields: Partial<T>): T {
  if (Object.keys(fields).every((name) => item[name] === fields[name])) return item;
  const before = repointed.get(item) as T | undefined;
  const isSame = before !== undefined && Object.keys(fields).every((name) => before[name] === fields[name]);
  if (isSame) return before;
  const after: T = { ...item, ...fields };
  repointed.set(item, after);
  return after;
}

/** Kept by the cluster it was made from, so that the same cluster stays the same object. */
const trimmed = new WeakMap<Cluster, Cluster>();

function withMembers(cluster: Cluster, items: Items): Cluster {
  const notes = cluster.notes.filter((id) => items.has(id));
  if (notes.length === cluster.notes.length) return cluster;
  const before = trimmed.get(cluster);
  if (before && before.notes.join() === notes.join()) return before;
  const after: Cluster = { ...cluster, notes };
  trimmed.set(cluster, after);
  return after;
}
