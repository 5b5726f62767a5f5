/** The ballot that is open, and my own votes in it. Nobody else's are ever here. */

import { isBallot, isVote, isZone } from "./items";
import type { Ballot, Items, Note, Vote } from "./items";

/** At most one is open at a time. */
export function openBallot(items: Items): Ballot | undefined {
  return [...items.values()].filter(isBallot).find(({ open }) => open);
}

export function myVotes(items: Items, ballot: string): readonly Vote[] {
  return [...items.values()].filter(isVote).filter((vote) => vote.ballot === ballot);
}

/** How many votes I have left. A vote whose note has been removed is not shown, and is mine to give again. */
export function votesLeft(items: Items, ballot: Ballot): number {
  return Math.max(0, ballot.each - myVotes(items, ballot.id).length);
}

/** Whether one more of my votes may go to this note or cluster. */
export function mayVoteFor(items: Items, ballot: Ballot, target: string): boolean {
  const mine = myVotes(items, ballot.id);
  const here = mine.filter(({ note }) => note === target).length;
  return ballot.open && mine.length < ballot.each && here < ballot.per_note;
}

/** Whether the ballot asks about this note. A phase or a lane in its zones stands for all cells of it. */
export function isAsked(items: Items, ballot: Ballot, note: Note): boolean {
  if (ballot.over !== "notes") return false;
  if (ballot.zones === undefined) return true;
  const zone = items.get(note.zone);
  const at = isZone(zone) ? [zone.id, zone.phase, zone.lane] : [note.zone];
  return ballot.zones.some((id) => at.includes(id));
}
