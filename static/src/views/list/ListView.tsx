import { useLayoutEffect, useRef } from "preact/hooks";

import { after } from "../../parts/after";
import { useDesk } from "../../parts/desk";
import { mayAdd } from "../../parts/may";
import { useKeptScroll } from "../../parts/useKeptScroll";
import { useNarrow } from "../../parts/useNarrow";
import { SilenceFigure } from "./SilenceFigure";
import { ListComposer } from "./ListComposer";
import { ListPhase } from "./ListPhase";
import { ListZone } from "./ListZone";
import { PlaceChips } from "./PlaceChips";
import { useChosenPlaces, useFoundPlace } from "./useChosenPlaces";

const Relations = after("Relations");

/** The same notes as on the map, place by place, as headings and lists: nothing that the map can do is missing here. */
export function ListView() {
  const desk = useDesk();
  const { say, dense } = desk;
  const narrow = useNarrow();
  const chosen = useChosenPlaces(narrow);
  useFoundPlace(chosen);
  const { phases, zones, unplaced } = desk.arrangement.value;
  const shownPhases = phases.filter(({ id }) => chosen.phase === null || chosen.phase === id);
  const shownZones = zones.filter(({ id }) => chosen.zone === null || chosen.zone === id);
  const all = chosen.phase === null && chosen.zone === null && chosen.lane === null;
  const stage = useRef<HTMLDivElement>(null);
  useKeptScroll(stage, `${desk.boot.document}/list`);
  const composes = narrow && mayAdd(desk) && !desk.several.value;
  // For what stands outside; to ask whether this is in it would restyle the whole page.
  useLayoutEffect(() => {
    const { classList } = document.documentElement;
    classList.toggle("list-composing", composes);
    return () => classList.remove("list-composing");
  }, [composes]);
  return (
    <div class={composes ? "list-frame composing" : "list-frame"}>
      <div ref={stage} class="stage list" role="region" aria-label={say("list.label")} tabIndex={-1}>
        <PlaceChips chosen={chosen} />
        <div class={dense.value ? "list-sheet dense" : "list-sheet"}>
          {shownPhases.map((phase) => (
            <ListPhase key={phase.id} phase={phase} lane={chosen.lane} />
          ))}
          {shownZones.map((area) => (
            <ListZone key={area.id} area={area} />
          ))}
          {(all || narrow || unplaced.notes.length > 0) && <ListZone area={unplaced} />}
          {narrow && <SilenceFigure />}
          <Relations level={3} />
        </div>
      </div>
      {composes && <ListComposer chosen={chosen} />}
    </div>
  );
}
