/** What the page and the server hand to the board when it starts. */

import type { Item, Language } from "./items";
import type { Method } from "./method";

export type Role = "facilitator" | "participant" | "observer";

export interface BootBoard {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** Which of the two are in another language than the reader's, and in which. */
  readonly tongues?: Readonly<Partial<Record<"title" | "question", Language>>>;
}

/** What the project applied with; people's own words. */
export interface Challenge {
  readonly title: string;
  readonly text: string;
  /** The day, as the reader writes days; empty where nobody knows. */
  readonly written: string;
}

/** A board in a list. */
export interface BoardLink {
  readonly id: string;
  readonly title: string;
  /** Where it is another than the reader's. */
  readonly language?: Language | null;
  readonly url: string;
}

export interface BootWorkshop {
  readonly title: string;
  readonly crumb: string;
  readonly status: string;
  /** All of it is invented, to show what a workshop is like. */
  readonly example?: boolean;
  /** Only for those who may invite. */
  readonly code: string | null;
  readonly join: string | null;
  readonly qr: string | null;
}

/** What the wire needs to know of a document: what it is called, and with what it is asked for. */
export interface Seat {
  /** The seat's token: the only thing that the socket and the state are asked with. */
  readonly token: string;
  readonly document: string;
  readonly urls: { readonly state: string };
}

/** The page's own data, read from `<script type="application/json" id="boot">`. */
export interface Boot extends Seat {
  /** The document of the workshop's floor; its state is at `urls.floor`. */
  readonly floor?: string;
  readonly language: Language;
  readonly you: string;
  readonly role: Role;
  readonly board: BootBoard;
  readonly workshop: BootWorkshop;
  readonly boards: readonly BoardLink[];
  /** None where nothing was written. */
  readonly challenge?: Challenge | null;
  readonly method: Method;
  readonly urls: Readonly<Record<string, string>> & { readonly state: string };
  /** For forms that lead to pages; only where there are any. */
  readonly csrf?: string;
  readonly languages: Readonly<Partial<Record<Language, string>>>;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly organisation?: string | null;
  readonly role?: Role | string;
  /** Whoever leads, looking as a participant: not counted among those who are here. */
  readonly trial?: boolean;
  /** Whether they are here just now, if the wire has told. */
  readonly here?: boolean;
}

/** Where somebody is just now; never stored, and any of it may be missing. */
export interface Here {
  readonly zone?: string;
  readonly x?: number;
  readonly y?: number;
  readonly selected?: readonly string[];
  readonly writing?: string;
}

/** How much is being written in silence: the only figure there is of it. */
export interface Silence {
  readonly notes: number;
  readonly people: number;
}

/** A document at one `seq`, as this person may see it. */
export interface State {
  readonly document: string;
  readonly epoch: string;
  readonly seq: number;
  /** Of a floor: none. */
  readonly method: { readonly key: string; readonly version: number } | null;
  readonly items: readonly Item[];
  readonly people: readonly Person[];
  readonly private: Silence;
  /** The server's clock, where time is shown. */
  readonly now?: string;
}
