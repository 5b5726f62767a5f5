/** A place between two neighbours: fractional indexing, in keys that the engine checks. */

import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

/** The longest key that the engine takes. */
export const LONGEST_KEY = 64;

export interface Ordered {
  readonly id: string;
  readonly order?: string;
}

/** A key, and the new keys of neighbours that must make room for it first. */
export interface Between extends Room {
  readonly order: string;
}

/** The same for several that come in one after the other. */
export interface ManyBetween extends Room {
  readonly orders: readonly string[];
}

interface Room {
  readonly rekeyed: readonly { readonly id: string; readonly order: string }[];
}

/** By (order, id), by code point and never by language: the same in every browser and in the engine. */
export function byOrder(a: Ordered, b: Ordered): number {
  return compare(a.order ?? "", b.order ?? "") || compare(a.id, b.id);
}

// Keys and ids are ASCII, so comparing code units is comparing code points.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A key after `a` and before `b`; null is the end of the list. Keys that nobody could have made count as null. */
export function keyBetween(a: string | null, b: string | null): string {
  return generateKeyBetween(sound(a), sound(b));
}

/**
 * The key that puts something at `index` of a sorted list, without it.
 *
 * Two equal keys, made by two people at once, leave no room: the later ones are re-keyed. A key that would grow past what
 * the engine takes, after some hundred moves to the same spot, re-keys the whole list.
 */
export function between(list: readonly Ordered[], index: number): Between {
  const { orders, rekeyed } = manyBetween(list, index, 1);
  return { order: orders[0] ?? "", rekeyed };
}

/** As many keys as are asked for, in order; none for none. */
export function manyBetween(list: readonly Ordered[], index: number, count: number): ManyBetween {
  const at = Math.max(0, Math.min(index, list.length));
  const left = sound(list[at - 1]?.order);
  const twins = left === null ? [] : list.slice(at).filter(({ order }) => order === left);
  const keys = generateNKeysBetween(left, nextKey(list, at + twins.length), count + twins.length);
  if (keys.some((key) => key.length > LONGEST_KEY)) return afresh(list, at, count);
  const orders = keys.splice(0, count);
  return { orders, rekeyed: rekey(twins, keys) };
}

/** The key that puts something last. */
export function last(list: readonly Ordered[]): string {
  return between(list, list.length).order;
}

function afresh(list: readonly Ordered[], at: number, count: number): ManyBetween {
  const keys = generateNKeysBetween(null, null, list.length + count);
  const orders = keys.splice(at, count);
  return { orders, rekeyed: rekey(list, keys) };
}

function rekey(list: readonly Ordered[], keys: readonly string[]): Room["rekeyed"] {
  return list.map(({ id }, i) => ({ id, order: keys[i] ?? "" }));
}

function nextKey(list: readonly Ordered[], from: number): string | null {
  return sound(list[from]?.order);
}

function sound(key: string | null | undefined): string | null {
  if (key === null || key === undefined) return null;
  try {
    generateKeyBetween(key, null);
    return key;
  } catch {
    return null;
  }
}
