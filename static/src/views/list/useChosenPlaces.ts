import { useEffect, useMemo } from "preact/hooks";

import type { Note } from "../../board/items";
import type { Area } from "../../board/place";
import { itemOf, useDesk } from "../../parts/desk";
import { remembered } from "../../parts/remembered";

/** What the List shows: one phase, lane or zone, or all of them (null). */
export interface ChosenPlaces {
  readonly phase: string | null;
  readonly lane: string | null;
  readonly zone: string | null;
  choose(what: "phase" | "lane" | "zone", id: string | null): void;
}

const ALL = "all";

/** On a phone one phase is chosen from the start, so that the first sight is one task; a wide screen begins with all. */
export function useChosenPlaces(narrow: boolean): ChosenPlaces {
  const desk = useDesk();
  const { phases, lanes, zones } = desk.arrangement.value;
  const kept = useMemo(() => remembered<Readonly<Record<string, string>>>(`${desk.boot.document}/places`, {}), []);
  const found = (what: string, list: readonly { readonly id: string }[], first: string | null) => {
    const id = kept.value[what];
    if (id === ALL) return null;
    return list.some((each) => each.id === id) ? (id ?? null) : first;
  };
  return {
    phase: found("phase", phases, narrow ? (phases[0]?.id ?? null) : null),
    lane: found("lane", lanes, null),
    zone: found("zone", zones, null),
    choose: (what, id) => {
      kept.value = { ...kept.peek(), [what]: id ?? ALL };
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
