import { useMemo } from "preact/hooks";

import { useDesk } from "../../parts/desk";
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
