import { computed } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { Person } from "../board/boot";
import { isBallot, isCluster, isLink, isNote, isVote } from "../board/items";
import type { Ballot, Cluster, Item, Items, Link, Vote } from "../board/items";
import type { Store } from "../board/store";

/**
 * A list that stays the same object while what is in it does.
 *
 * Each event makes a new map of items; without this, one new note would have every other drawn anew.
 */
export function steady<T>(list: () => readonly T[]): ReadonlySignal<readonly T[]> {
  let last: readonly T[] = [];
  return computed(() => {
    const next = list();
    const isSame = next.length === last.length && next.every((each, i) => each === last[i]);
    if (!isSame) last = next;
    return last;
  });
}

export interface Ties {
  readonly links: ReadonlySignal<readonly Link[]>;
  readonly clusters: ReadonlySignal<readonly Cluster[]>;
  readonly ballots: ReadonlySignal<readonly Ballot[]>;
  readonly votes: ReadonlySignal<readonly Vote[]>;
}

/** What ties notes together: seldom changed, and read by every note. */
export function tiesOf(items: ReadonlySignal<Items>): Ties {
  // Of thousands of items few are ties: they are looked for once for all four.
  const all = computed(() => {
    const found: Item[] = [];
    for (const item of items.value.values()) if (!isNote(item)) found.push(item);
    return found;
  });
  return {
    links: steady(() => all.value.filter(isLink)),
    clusters: steady(() => all.value.filter(isCluster)),
    ballots: steady(() => all.value.filter(isBallot)),
    votes: steady(() => all.value.filter(isVote)),
  };
}

/** The cluster of each note that is in one. */
export function byNote(clusters: ReadonlySignal<readonly Cluster[]>): ReadonlySignal<ReadonlyMap<string, Cluster>> {
  return computed(
    () => new Map(clusters.value.flatMap((cluster) => cluster.notes.map((note) => [note, cluster] as const))),
  );
}

/** The links of each note that has any; a note's list stays the same object while what is in it does. */
export function linksByNote(
  links: ReadonlySignal<readonly Link[]>,
): ReadonlySignal<ReadonlyMap<string, readonly Link[]>> {
  let last: ReadonlyMap<string, readonly Link[]> = new Map();
  return computed(() => {
    const next = new Map<string, Link[]>();
    for (const link of links.value) {
      for (const note of [link.from, link.to]) next.set(note, [...(next.get(note) ?? []), link]);
    }
    const kept = [...next].map(([note, own]) => {
      const before = last.get(note);
      return [
        note,
        before?.length === own.length && own.every((each, i) => each === before[i]) ? before : own,
      ] as const;
    });
    return (last = new Map(kept));
  });
}

/** Who else writes in which note, as *note person*; not a new one each time somebody's pointer moves. */
export function writersOf(store: Store): ReadonlySignal<ReadonlyMap<string, Person["id"]>> {
  const pairs = steady(() =>
    [...store.here.value].flatMap(([person, { writing }]) =>
      writing === undefined || person === store.boot.you ? [] : [`${writing} ${person}`],
    ),
  );
  return computed(() => new Map(pairs.value.map((pair) => pair.split(" ") as [string, string])));
}
