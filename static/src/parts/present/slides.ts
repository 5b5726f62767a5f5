/** What can be shown enlarged, one after the other: places that hold notes, themes, and the result of the last ballot. */

import { isCluster, isNote } from "../../board/items";
import type { Ballot, Note } from "../../board/items";
import type { MethodKind } from "../../board/method";
import { arrange } from "../../board/place";
import type { Area } from "../../board/place";
import type { Desk } from "../desk";
import { kindOf, nameOf, saysKind } from "../wording";

export interface Slide {
  readonly id: string;
  readonly title: string;
  readonly cards: readonly Card[];
  /** Ids by which it is found: of the zone, and of a cell's phase and lane. */
  readonly places: readonly string[];
}

/** A note as a whole room may read it. */
export interface Card {
  readonly id: string;
  readonly text: string;
  readonly lang?: string | undefined;
  readonly tint: MethodKind["tint"];
  /** Where kinds mix: which one it is. */
  readonly kind?: MethodKind | undefined;
  /** Who wrote it, if the board shows that; empty otherwise. */
  readonly author: string;
  readonly votes: number;
  /** In a result: 1 for the most votes, the same for the same number. */
  readonly rank?: number;
}

/** In reading order. What only this person sees is in none of them: no own notes of a silence, no own votes. */
export function slidesOf(desk: Desk): readonly Slide[] {
  // As it is now, also for somebody whose own view holds others' changes.
  const { areas } = arrange(desk.store.items.value, desk.boot.method, desk.language);
  return [...areas.flatMap((area) => ofArea(desk, area)), ...ofThemes(desk), ...ofResult(desk)].filter(
    ({ cards }) => cards.length > 0,
  );
}

/** Where to begin: at this place, else at what the part of the agenda looks at, else at the first. */
export function firstOf(slides: readonly Slide[], zone: string | undefined, focus: string | null): number {
  const at = (id: string) => slides.findIndex(({ places }) => places.includes(id));
  const wished = zone === undefined ? -1 : at(zone);
  const looked = focus === null ? -1 : at(focus);
  return Math.max(0, wished === -1 ? looked : wished);
}

function ofArea(desk: Desk, area: Area): readonly Slide[] {
  const places = [area.id, area.phase, area.lane].filter((id) => id !== undefined);
  const mixed = (note: Note) => saysKind(desk, area, note.kind);
  const slide = { id: area.id, title: nameOf(desk, area), places };
  if (area.quarters.length === 0) return [{ ...slide, cards: cardsOf(desk, area.notes, mixed) }];
  return area.quarters.map(({ key, title, notes }) => ({
    ...slide,
    id: `${area.id} ${key}`,
    title,
    cards: cardsOf(desk, notes, mixed),
  }));
}

function ofThemes(desk: Desk): readonly Slide[] {
  const items = desk.store.items.value;
  return [...items.values()].filter(isCluster).map((cluster) => ({
    id: cluster.id,
    title: desk.say("present.theme", { title: cluster.title }),
    places: [],
    cards: told(cardsOf(desk, cluster.notes.map((id) => items.get(id)).filter(isNote))),
  }));
}

/** Of the ballot that ended last; while another is open nothing is told that could sway it. */
function ofResult(desk: Desk): readonly Slide[] {
  const { open, ended } = desk.voting.value;
  const last = ended.at(-1);
  if (open || !last) return [];
  const title = desk.say("present.result", { title: last.title });
  return [{ id: last.id, title, places: [], cards: rankedIn(desk, last) }];
}

function rankedIn(desk: Desk, { sums = {} }: Ballot): readonly Card[] {
  const items = desk.store.items.value;
  const cards = Object.keys(sums).flatMap((id): readonly Card[] => {
    const item = items.get(id);
    // What was voted for counts here, not who wrote it.
    if (isNote(item)) return cardsOf(desk, [item]).map((card) => ({ ...card, author: "" }));
    return isCluster(item) ? [{ id, text: item.title, tint: "neutral", author: "", votes: sums[id] ?? 0 }] : [];
  });
  return told(cards)
    .filter(({ votes }) => votes > 0)
    .toSorted((one, other) => other.votes - one.votes)
    .map((card, _, all) => ({ ...card, rank: all.findIndex(({ votes }) => votes === card.votes) + 1 }));
}

/** Without kinds where there is but one. */
function told(cards: readonly Card[]): readonly Card[] {
  const kinds = new Set(cards.map(({ kind }) => kind?.key));
  return kinds.size > 1 ? cards : cards.map((card) => ({ ...card, kind: undefined }));
}

function cardsOf(desk: Desk, notes: readonly Note[], mixed: (note: Note) => boolean = () => true): readonly Card[] {
  const { open, sums } = desk.voting.value;
  return notes
    .filter((note) => note.private !== true)
    .map((note) => {
      const kind = kindOf(desk, note.kind);
      return {
        id: note.id,
        text: note.text,
        lang: note.lang,
        tint: kind?.tint ?? "neutral",
        kind: mixed(note) ? kind : undefined,
        author: authorOf(desk, note),
        votes: open ? 0 : (sums[note.id] ?? 0),
      };
    });
}

function authorOf({ board, store }: Desk, { author, organisation }: Note): string {
  const { authors } = board.value ?? {};
  if (authors === "names") return store.people.value.get(author ?? "")?.name ?? "";
  return authors === "organisations" ? (organisation ?? "") : "";
}
