/** What is said on the socket, both ways: `docs/protocol.md`, in types. */

import type { Here, Person, Silence } from "../board/boot";
import type { LogEvent } from "../board/events";
import type { Operation, Refused } from "../board/operations";

export const PROTOCOL = 1;

/** Bounds of one frame of operations; the server refuses what is above them. */
export const MOST_OPERATIONS = 200;
export const MOST_BYTES = 64 * 1024;

/** The one refusal that is not final: the operation stays pending and is sent again, later. */
export const SLOW_DOWN = "slow.down";

/** About a whole frame: the server has no room to store it. All of it stays pending. */
export const NO_ROOM = "storage.full";

export interface Auth {
  readonly token: string;
  readonly document: string;
  readonly protocol: typeof PROTOCOL;
  /** Null: there is no state yet. */
  readonly epoch: string | null;
  readonly since: number | null;
}

export interface Welcome {
  readonly epoch: string;
  readonly seq: number;
  readonly you: string;
  readonly now: string;
  /** What this client has cannot be continued: it must fetch the state. */
  readonly reset: boolean;
}

export interface Reset {
  readonly epoch: string;
  readonly seq: number;
  readonly why: string;
}

export interface Head {
  readonly epoch: string;
  readonly seq: number;
  readonly private?: Silence;
  /** The server has no room to store anything. */
  readonly full?: true;
}

/** `op` is null where the whole frame, or the seat itself, was refused. */
export interface RefusedOnWire extends Omit<Refused, "op" | "operation"> {
  readonly op: string | null;
}

/** Where people are now; null: no longer here. */
export interface HereNews {
  readonly people: Readonly<Record<string, Here | null>>;
  /** These are all who are here, not only those who moved. */
  readonly all?: boolean;
}

export interface FromServer {
  welcome: (welcome: Welcome) => void;
  events: (events: readonly LogEvent[]) => void;
  refused: (refused: readonly RefusedOnWire[]) => void;
  reset: (reset: Reset) => void;
  head: (head: Head) => void;
  /** Who came, left or changed their name. */
  people: (people: readonly Person[]) => void;
  here: (news: HereNews) => void;
}

export interface ToServer {
  ops: (operations: readonly Operation[]) => void;
  since: (at: { readonly epoch: string | null; readonly seq: number }) => void;
  here: (here: Here) => void;
}
