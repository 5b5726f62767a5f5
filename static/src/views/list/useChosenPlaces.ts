import { useEffect } from "preact/hooks";

import type { Note } from "../../board/items";
import type { Area } from "../../board/place";
import { itemOf, useDesk } from "../../parts/desk";
import { ALL } from "../../parts/go-to";

/** What the List shows: one phase, lane or zone, or all of them (null). */
export interface ChosenPlaces {
  readonly phase: string | null;
  readonly lane: string | null;
  readonly zone: string | null;
  choose(what: "phase" | "lane" | "zone", id: string | null): void;
}

/**
 * On a phone one phase is chosen from the start, so that the first sight is one task; a wide screen begins with all.
 *
 * A part of the agenda that looks at a place begins there, once: what is chosen by hand then holds until the next part.
 */
export function useChosenPlaces(narrow: boolean): ChosenPlaces {
  const desk = useDesk();
  const { phases, lanes, zones, area } = desk.arrangement.value;
  const kept = desk.places;
  const part = desk.floor.current.value;
  const focus = narrow && part?.boards.includes(desk.boot.board.id) ? part.focus : null;
  const isChosen = focus === null || kept.value["part"] === part?.id;
  const found = (what: string, list: readonly { readonly id: string }[], first: string | null) => {
    const cell = focus === null ? undefined : area(focus);
    const looked = list.find(({ id }) => id === focus || id === cell?.phase || id === cell?.lane)?.id;
    const id = isChosen ? kept.value[what] : undefined;
    if (id === ALL) return null;
    return list.some((each) => each.id === id) ? (id ?? null) : (looked ?? first);
  };
  return {
    phase: found("phase", phases, narrow ? (phases[0]?.id ?? null) : null),
    lane: found("lane", lanes, null),
    zone: found("zone", zones, null),
    choose: (what, id) => {
      const own = isChosen ? kept.peek() : {};
      kept.value = { ...own, [what]: id ?? ALL, ...(part && { part: part.id }) };
    },
  };
}

/** Choosing a place that is not in view brings it there. */
export function showPlace(area: Area | undefined, chosen: ChosenPlaces): void {
  if (!area || isChosen(area, chosen)) return;
  if (area.phase !== undefined && chosen.phase !== null) chosen.choose("phase", area.phase);
  if (area.lane !== undefined && chosen.lane !== null) chosen.choose("lane", area.lane);
  if (area.phase === undefined && chosen.zone !== null) chosen.choose("zone", area.id);
}

export function isChosen({ id, phase, lane }: Area, chosen: ChosenPlaces): boolean {
  if (phase !== undefined) {
    return (chosen.phase === null || chosen.phase === phase) && (chosen.lane === null || chosen.lane === lane);
  }
  return chosen.zone === null ? id !== "zone:unplaced" || chosen.phase === null : chosen.zone === id;
}

/** Going to a note by search brings its place, too. */
export function useFoundPlace(chosen: ChosenPlaces): void {
  const desk = useDesk();
  const at = desk.find.at.value;
  useEffect(() => {
    const note = at === null ? undefined : itemOf<Note>(desk, at);
    if (note) showPlace(desk.arrangement.peek().areaOf(note), chosen);
  }, [at]);
}
