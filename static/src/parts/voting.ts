/** The ballot that is open, my votes in it, and the sums of the one that ended last. */

import { computed } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { Ballot, Vote } from "../board/items";
import type { Ties } from "./steady";

export interface Voting {
  readonly open: Ballot | undefined;
  /** My votes in the open ballot, by what they were given to. */
  readonly mine: ReadonlyMap<string, readonly Vote[]>;
  /** Those of mine that do not count, since what they were given to became one: they are mine to give again. */
  readonly spare: readonly Vote[];
  readonly left: number;
  /** Ended, the last one last. */
  readonly ended: readonly Ballot[];
  /** The sums that are shown: of the ballot that ended last. */
  readonly sums: Readonly<Record<string, number>>;
}

export function votingOf({ ballots, votes }: Pick<Ties, "ballots" | "votes">): ReadonlySignal<Voting> {
  return computed(() => votingIn(ballots.value, votes.value));
}

export function votingIn(ballots: readonly Ballot[], votes: readonly Vote[]): Voting {
  const open = ballots.find((ballot) => ballot.open);
  const mine = new Map<string, Vote[]>();
  const spare: Vote[] = [];
  let left = open?.each ?? 0;
  for (const vote of votes) {
    if (vote.ballot !== open?.id) continue;
    const here = mine.get(vote.note) ?? [];
    if (left === 0 || here.length >= open.per_note) {
      spare.push(vote);
      continue;
    }
    mine.set(vote.note, [...here, vote]);
    left -= 1;
  }
  const ended = ballots.filter((ballot) => !ballot.open);
  return { open, mine, spare, left, ended, sums: ended.at(-1)?.sums ?? {} };
}

export type Why = "none left" | "enough here" | null;

/** Why one may not give this one more vote; null: one may. */
export function whyNoVote({ open, mine, left }: Voting, target: string): Why {
  if (left <= 0) return "none left";
  return (mine.get(target)?.length ?? 0) >= (open?.per_note ?? 1) ? "enough here" : null;
}

/** Whether notes of this zone are in the ballot; a cell is in it with its lane or phase too. */
export function isVotedOn(
  ballot: Ballot,
  zone: { readonly id: string; readonly phase?: string; readonly lane?: string },
) {
  if (ballot.over !== "notes") return false;
  const { zones } = ballot;
  return !zones?.length || [zone.id, zone.phase, zone.lane].some((id) => id !== undefined && zones.includes(id));
}

/** How many votes were given in all. */
export function given(ballot: Ballot): number {
  return Object.values(ballot.sums ?? {}).reduce((sum, n) => sum + n, 0);
}
