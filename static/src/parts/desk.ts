/** What one person has before them just now: the view, what is in hand, what is open. Nothing of it is stored or sent. */

import { computed, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";

import type { Boot, Here } from "../board/boot";
import { createFloor } from "../board/floor";
import type { FloorStore } from "../board/floor";
import { boardOf } from "../board/items";
import type { BoardItem, Cluster, Item, Items, Language, Link } from "../board/items";
import { kindsOf } from "../board/kinds";
import type { Kinds } from "../board/kinds";
import { arrange } from "../board/place";
import type { Arrangement, Spot } from "../board/place";
import type { Store } from "../board/store";
import type { Say } from "../words";
import { createFind } from "./find/find";
import type { Find } from "./find/find";
import type { Coming } from "./coming";
import type { Moved } from "./moved";
import { createHolding } from "./holding";
import type { Holding } from "./holding";
import type { Notice } from "./notice";
import { KeptDrafts } from "./kept-texts";
import type { Pointed } from "./pointed";
import type { Point } from "./pointers/where";
import { remembered } from "./remembered";
import { tracingOf } from "./links/tracing";
import type { Shaping } from "./shape/shaping";
import { byNote, linksByNote, tiesOf, writersOf } from "./steady";
import type { Ties } from "./steady";
import { votingOf } from "./voting";
import type { Voting } from "./voting";

export type View = "map" | "list" | "table";

/** What is open over the board; the ids say what it is about. */
export type Dialog =
  | { readonly name: "people" | "device" | "invite" | "control" | "kinds" | "acts" | "menu" | "relations" }
  | { readonly name: "results" | "challenge" | "shows" | "late" }
  | { readonly name: "agenda"; readonly part?: string }
  | { readonly name: "add" | "present"; readonly zone?: string }
  | { readonly name: "move" | "fields" | "kind"; readonly notes: readonly string[] }
  | { readonly name: "comments"; readonly on?: string }
  | { readonly name: "tie"; readonly note: string }
  | { readonly name: "link"; readonly from?: string; readonly to?: string; readonly link?: string }
  | { readonly name: "rows"; readonly text: string }
  | { readonly name: "picture"; readonly note: string }
  | { readonly name: "newPicture"; readonly files: readonly File[]; readonly spot?: Spot | undefined }
  | { readonly name: "erase"; readonly note: string; readonly text: string }
  | ThemeDialog
  | { readonly name: "zone"; readonly zone: string }
  | { readonly name: "zoneAdd"; readonly axis?: "phase" | "lane" | undefined };

export type ThemeDialog =
  | { readonly name: "cluster"; readonly notes: readonly string[] }
  | { readonly name: "clusterEdit" | "clusterMerge" | "clusterSplit"; readonly cluster: string }
  | { readonly name: "suggested" }
  | { readonly name: "merged"; readonly note: string };

export interface Desk {
  readonly store: Store;
  /** The workshop's floor; it stays empty where the page tells of none. */
  readonly floor: FloorStore;
  readonly boot: Boot;
  readonly language: Language;
  readonly say: Say;

  /** As it is seen: in the List what others do waits to be let in. */
  readonly arrangement: ReadonlySignal<Arrangement>;
  /** As it is. */
  readonly latest: ReadonlySignal<Arrangement>;
  readonly holding: Holding;
  readonly board: ReadonlySignal<BoardItem | undefined>;
  /** Of note: what there is to choose from, and what notes may have. */
  readonly kinds: ReadonlySignal<Kinds>;
  readonly voting: ReadonlySignal<Voting>;
  readonly links: ReadonlySignal<readonly Link[]>;
  /** The arrows of each note that has any. */
  readonly linksOf: ReadonlySignal<ReadonlyMap<string, readonly Link[]>>;
  /** While all arrows are shown: the notes in hand and those that they are tied to; empty: none of them stands out. */
  readonly tracing: ReadonlySignal<ReadonlySet<string>>;
  readonly clusterOf: ReadonlySignal<ReadonlyMap<string, Cluster>>;
  /** Who else writes in which note. */
  readonly writers: ReadonlySignal<ReadonlyMap<string, string>>;

  readonly view: Signal<View>;
  /** The table was asked for on this board. */
  readonly tabular: Signal<boolean>;
  readonly zoom: Signal<number>;
  readonly dense: Signal<boolean>;
  readonly arrows: Signal<boolean>;
  readonly news: Signal<boolean>;
  readonly letters: Signal<boolean>;
  /** Others' mice are drawn, and mine is told to them. */
  readonly pointers: Signal<boolean>;
  readonly folded: Signal<readonly string[]>;
  /** The phase, lane or zone that the List shows, by what it is. */
  readonly places: Signal<Readonly<Record<string, string>>>;

  readonly find: Find;
  /** The notes in hand, by id. */
  readonly inHand: Signal<ReadonlySet<string>>;
  /** Several are being chosen: every click adds a note or takes it out. */
  readonly several: Signal<boolean>;
  /** Long notes that are shown to their end. */
  readonly whole: Signal<ReadonlySet<string>>;
  /** The note whose text is being written. */
  readonly writing: Signal<string | null>;
  /** The zone whose composer is open. */
  readonly composing: Signal<string | null>;
  /** Where on a plane or a ring it was opened by pointing; null: it was opened by name. */
  readonly pointed: Signal<Pointed | null>;
  /** Where what is being dragged would come to lie. */
  readonly over: Signal<Spot | null>;
  readonly dialog: Signal<Dialog | null>;
  /** The phase, lane or other zone that is being named where it stands. */
  readonly shaping: Signal<Shaping | null>;
  /** Whether the project's challenge stands beside the board. */
  readonly reading: Signal<boolean>;
  /** Whether what the map shows stands there. */
  readonly showing: Signal<boolean>;
  /** Texts not yet added, by zone: closing a composer loses nothing. */
  readonly drafts: Map<string, string>;
  /** The zones whose text was pasted, line by line. */
  readonly pasted: Set<string>;
  /** The kind last chosen by hand, for the next note. */
  readonly kind: Signal<string | null>;

  /** What whoever leads is about to do, unless it is taken back. */
  readonly coming: Signal<Coming | null>;
  /** One's own move of a moment ago. */
  readonly moved: Signal<Moved | null>;
  /** A sentence about what was just done. */
  readonly notice: Signal<Notice | null>;
  /** The number of the last call to a board that was answered, by going or by staying. */
  readonly answered: Signal<number>;

  /** What lets new people in; null for those who may not invite. It changes with the code. */
  readonly invitation: Signal<Invitation | null>;

  /** What assistive technology is told; a new object each time, so the same sentence can be said twice. */
  readonly told: Signal<Told | null>;
  tell(text: string, urgent?: boolean): void;
  /** Tell the others where I am; set by whoever connects the wire. */
  here: (here: Here) => void;
  /** Tell the others where my mouse points; null: nowhere on the board. */
  point: (at: Point | null) => void;
  /** Leave this page for another. */
  visit: (url: string) => void;
}

export interface Invitation {
  readonly code: string;
  readonly join: string | null;
  readonly qr: string | null;
}

export interface Told {
  readonly text: string;
  readonly urgent: boolean;
}

/** A phone, or a window as narrow as one. */
export const NARROW = "(max-width: 640px)";

/** The view that this person left this board in; at first a phone has the List. */
export function viewOf({ document }: Boot): Signal<View> {
  return remembered<View>(`${document}/view`, matchMedia(NARROW).matches ? "list" : "map");
}

export function createDesk(store: Store, say: Say, floor: FloorStore = createFloor(store.boot)): Desk {
  const { boot } = store;
  const told = signal<Told | null>(null);
  const ties = tiesOf(store.items);
  const own = (name: string) => `${boot.document}/${name}`;
  const view = viewOf(boot);
  const holding = createHolding(store, view);
  const drafts = new KeptDrafts(boot.document, boot.you);
  const board = computed(() => boardOf(store.items.value));
  const inHand = signal<ReadonlySet<string>>(new Set());
  const arrangement = arrangedIn(boot, () => holding.held.value.items);
  return {
    store,
    floor,
    boot,
    say,
    language: boot.language,
    arrangement,
    find: createFind(arrangement),
    latest: arrangedIn(boot, () => store.items.value),
    holding,
    board,
    kinds: computed(() => kindsOf(boot.method, board.value)),
    voting: votingOf(ties),
    ...tied(ties, inHand, own("arrows"), boot),
    clusterOf: byNote(ties.clusters),
    writers: writersOf(store),
    view,
    ...looks(own),
    ...choices(),
    folded: remembered<readonly string[]>(own("folded"), []),
    places: remembered<Readonly<Record<string, string>>>(own("places"), {}),
    inHand,
    several: signal(false),
    whole: signal<ReadonlySet<string>>(new Set()),
    writing: signal<string | null>(null),
    // What was half written when the page was left is open again.
    composing: signal<string | null>(drafts.keys().next().value ?? null),
    pointed: signal<Pointed | null>(null),
    over: signal<Spot | null>(null),
    dialog: signal<Dialog | null>(null),
    shaping: signal<Shaping | null>(null),
    ...beside(boot),
    drafts,
    pasted: new Set(),
    kind: signal<string | null>(null),
    coming: signal<Coming | null>(null),
    moved: signal<Moved | null>(null),
    notice: signal<Notice | null>(null),
    answered: remembered(`${boot.floor ?? boot.document}/summon`, 0),
    invitation: signal(invitationOf(boot)),
    told,
    tell: (text, urgent = false) => {
      told.value = { text, urgent };
    },
    here: () => undefined,
    point: () => undefined,
    visit: (url) => location.assign(url),
  };
}

function arrangedIn({ method, language }: Boot, items: () => Items): ReadonlySignal<Arrangement> {
  let last: Arrangement | undefined;
  return computed(() => (last = arrange(items(), method, language, last)));
}

/** The arrows, and which of them are looked at. */
function tied({ links }: Ties, inHand: Desk["inHand"], shown: string, { method }: Boot) {
  const [linksOf, arrows] = [linksByNote(links), remembered(shown, ["network", "sectors"].includes(method.layout))];
  return { links, linksOf, arrows, tracing: tracingOf(linksOf, inHand, arrows) };
}

/** How this board is looked at. */
function looks(own: (name: string) => string): Pick<Desk, "tabular" | "zoom"> {
  return { tabular: remembered(own("table"), false), zoom: remembered(own("zoom"), 1) };
}

/** What stands beside the board. */
function beside({ document }: Boot): Pick<Desk, "reading" | "showing"> {
  return { reading: remembered(`${document}/challenge`, false), showing: remembered(`${document}/shows`, false) };
}

/** What holds on every board of this browser. */
function choices(): Pick<Desk, "dense" | "news" | "letters" | "pointers"> {
  return {
    dense: remembered("dense", false),
    news: remembered("news", true),
    letters: remembered("letters", true),
    pointers: remembered("pointers", !matchMedia("(prefers-reduced-motion: reduce)").matches),
  };
}

function invitationOf({ workshop: { code, join, qr } }: Boot): Invitation | null {
  return code === null ? null : { code, join, qr };
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("no desk around this part");
  return desk;
}

/** An item by id, if it is there. */
export function itemOf<T extends Item>(desk: Desk, id: string): T | undefined {
  return desk.store.items.value.get(id) as T | undefined;
}
