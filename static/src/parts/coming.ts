/** What everybody feels and nobody can take back: it is said beforehand, and runs only after a while. */

import type { Ballot, Mode } from "../board/items";
import { closeBallot, setMode } from "./acts";
import type { Desk } from "./desk";

/** How long one may still say no. */
export const GRACE_MS = 3_000;

/** What is about to be done. */
export interface Coming {
  /** What is chosen anew under the same key goes on as it was. */
  readonly key: string;
  readonly what: string;
  /** What follows for the others, as it stands now; empty: nothing. Reads signals. */
  follows(): string;
  /** Whether there is nothing left to do: somebody else did it. Reads signals. */
  isOvertaken(): boolean;
  act(): void;
}

/** Put away what is open, and do this unless it is taken back. */
export function begin(desk: Desk, coming: Coming): void {
  desk.dialog.value = null;
  desk.coming.value = coming;
}

/** What was written in silence becomes everybody's: *23 lappua näkyy kaikille*. */
export function shownBy({ store, say }: Desk): string {
  const { notes } = store.silence.value;
  return notes === 0 ? say("lead.shows.none") : say("lead.shows", { count: notes });
}

/** End the silence, and work in this mode then. */
export function reveal(desk: Desk, mode: Mode = "open"): Coming {
  const { store, say } = desk;
  return {
    key: `reveal ${mode}`,
    what: mode === "open" ? say("coming.reveal") : say(`mode.${mode}`),
    follows: () => shownBy(desk),
    isOvertaken: () => store.mode.value !== "silent",
    act: () => setMode(desk, mode),
  };
}

/** End a ballot, which tells its sums to all. */
export function ballotEnd(desk: Desk, ballot: Ballot): Coming {
  const { say, voting } = desk;
  return {
    key: ballot.id,
    what: say("coming.ballot", { title: ballot.title }),
    follows: () => say("control.ballot.end.what"),
    isOvertaken: () => voting.value.open?.id !== ballot.id,
    act: () => closeBallot(desk, ballot),
  };
}
