/** What a ballot came to: its notes or themes in order of votes. Only sums are known, here as everywhere. */

import { isCluster, isNote } from "./items";
import type { Ballot, Cluster, Items, Note } from "./items";

export interface Result {
  readonly item: Note | Cluster;
  readonly votes: number;
  /** 1 for the most votes; those with as many share it, and the next one counts them all. */
  readonly rank: number;
  readonly isTied: boolean;
}

/** Those that got votes, the most first; what lies first on the board goes first among equals. */
export function resultsOf(ballot: Ballot, items: Items, reading: readonly string[]): readonly Result[] {
  const at = new Map(reading.map((id, index) => [id, index] as const));
  const placed = (id: string) => at.get(id) ?? Infinity;
  const voted = Object.entries(ballot.sums ?? {})
    .flatMap(([id, votes]) => {
      const item = items.get(id);
      return votes > 0 && (isNote(item) || isCluster(item)) ? [{ item, votes }] : [];
    })
    .toSorted((a, b) => b.votes - a.votes || placed(a.item.id) - placed(b.item.id));
  return voted.map(({ item, votes }) => {
    const rank = voted.findIndex((other) => other.votes === votes) + 1;
    const isTied = voted.filter((other) => other.votes === votes).length > 1;
    return { item, votes, rank, isTied };
  });
}
