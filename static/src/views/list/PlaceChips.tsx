import { Fragment } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

import type { MethodKind } from "../../board/method";
import type { Zone } from "../../board/items";
import type { Area } from "../../board/place";
import { useDesk } from "../../parts/desk";
import { Icon } from "../../parts/Icon";
import { countOf } from "../../parts/left";
import { isAddable } from "../../parts/may";
import { EditButton } from "../../parts/shape/EditButton";
import { AdderButton, AdderField } from "../../parts/shape/ZoneAdder";
import { ZoneNamer } from "../../parts/shape/ZoneNamer";
import type { Axis } from "../../parts/shape/shaping";
import { kindsIn, nameOf, stripWord } from "../../parts/wording";
import type { ChosenPlaces } from "./useChosenPlaces";

interface Chip {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  /** Itself, where it is not named at a heading of its own. */
  readonly zone?: Zone;
  readonly kind?: MethodKind | undefined;
}

/** The places as two rows of chips, always in view: which phase, which lane; or which zone. */
export function PlaceChips({ chosen }: { readonly chosen: ChosenPlaces }) {
  const desk = useDesk();
  const { say, arrangement } = desk;
  const { phases, lanes, zones } = arrangement.value;
  const counted = (cells: readonly Area[]) => cells.reduce((sum, { notes }) => sum + countOf(desk, notes), 0);
  const ofPhase = phases.map(({ id, title, cells }) => ({ id, title, count: counted(cells) }));
  const ofLane = lanes.map((lane) => {
    const kinds = kindsIn(desk, { accepts: lane.zone.takes ?? [] });
    return {
      id: lane.id,
      zone: lane.zone,
      title: lane.title,
      count: counted(lane.cells),
      kind: kinds.length === 1 ? kinds[0] : undefined,
    };
  });
  const ofZone = zones.map((area) => ({ id: area.id, title: nameOf(desk, area), count: countOf(desk, area.notes) }));
  // There is nothing to choose from where there is one, or none; there may be something to add.
  const isRow = (axis: Axis, all: readonly unknown[]) => all.length > 1 || isAddable(desk, axis);
  return (
    <div class="places">
      {isRow("phase", phases) && (
        <Chips
          axis="phase"
          label={stripWord(desk, "phase") || say("place.phase")}
          all={say("place.all")}
          chips={ofPhase}
          now={chosen.phase}
          onChoose={(id) => chosen.choose("phase", id)}
        />
      )}
      {isRow("lane", lanes) && (
        <Chips
          axis="lane"
          label={stripWord(desk, "lane") || say("place.lane")}
          all={say("place.all")}
          chips={ofLane}
          now={chosen.lane}
          onChoose={(id) => chosen.choose("lane", id)}
        />
      )}
      {isRow(undefined, zones) && (
        <Chips
          axis={undefined}
          label={say("place.label")}
          all={say("place.all")}
          chips={ofZone}
          now={chosen.zone}
          onChoose={(id) => chosen.choose("zone", id)}
        />
      )}
    </div>
  );
}

interface ChipsProps {
  readonly axis: Axis;
  readonly label: string;
  readonly all: string;
  readonly chips: readonly Chip[];
  readonly now: string | null;
  readonly onChoose: (id: string | null) => void;
}

function Chips({ axis, label, all, chips, now, onChoose }: ChipsProps) {
  const row = useRef<HTMLDivElement>(null);
  // A phone's row is longer than its screen: the chosen one is in sight.
  useLayoutEffect(() => {
    const chosen = row.current?.querySelector<HTMLElement>("[aria-pressed=true]");
    if (!row.current || !chosen) return;
    row.current.scrollLeft =
      chosen.offsetLeft + chosen.offsetWidth / 2 - row.current.offsetLeft - row.current.offsetWidth / 2;
  }, [now]);
  return (
    <>
      <div ref={row} class="chips" role="group" aria-label={label}>
        <button type="button" class="chip" aria-pressed={now === null} onClick={() => onChoose(null)}>
          {all}
        </button>
        {chips.map(({ id, title, count, kind, zone }) => (
          <Fragment key={id}>
            <button type="button" class="chip" aria-pressed={now === id} onClick={() => onChoose(id)}>
              {kind && <Icon name={kind.icon} />}
              {title}
              <span class="chip-count figures">{count || ""}</span>
            </button>
            {now === id && zone && <EditButton zone={zone} title={title} look="chip icon-only" />}
          </Fragment>
        ))}
        <AdderButton axis={axis} look="chip icon-only" brief />
      </div>
      {chips.map(({ id, zone }) => zone && <ZoneNamer key={id} zone={id} />)}
      <AdderField axis={axis} onAdded={(zone) => now !== null && onChoose(zone)} />
    </>
  );
}
