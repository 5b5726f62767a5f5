import { useId } from "preact/hooks";

import type { Zone } from "../../board/items";
import { useDesk } from "../../parts/desk";
import { isAddable, mayShape } from "../../parts/may";
import { EditButton } from "../../parts/shape/EditButton";
import type { Axis } from "../../parts/shape/shaping";
import { AdderButton, AdderField } from "../../parts/shape/ZoneAdder";
import { ZoneNamer } from "../../parts/shape/ZoneNamer";

interface Named {
  readonly id: string;
  readonly title: string;
  readonly zone: Zone;
}

/** Phases, lanes and other zones by name, for those who may shape them: rows have no headings to do it at. */
export function TablePlaces() {
  const desk = useDesk();
  const { say, arrangement } = desk;
  const { phases, lanes, zones } = arrangement.value;
  if (!mayShape(desk)) return null;
  return (
    <section class="relations">
      <h3>{say("table.places")}</h3>
      <Row axis="phase" label={say("place.phase")} all={phases} />
      <Row axis="lane" label={say("place.lane")} all={lanes} />
      <Row axis={undefined} label={say("place.label")} all={zones} />
    </section>
  );
}

interface RowProps {
  readonly axis: Axis;
  readonly label: string;
  readonly all: readonly Named[];
}

function Row({ axis, label, all }: RowProps) {
  const desk = useDesk();
  const id = useId();
  if (all.length === 0 && !isAddable(desk, axis)) return null;
  return (
    <div class="table-places" role="group" aria-labelledby={id}>
      <p class="soft" id={id}>
        {label}
      </p>
      <ul>
        {all.map(({ id: key, title, zone }) => (
          <li key={key}>
            <span>{title}</span>
            <EditButton zone={zone} title={title} />
            <ZoneNamer zone={key} />
          </li>
        ))}
      </ul>
      <AdderButton axis={axis} look="button small" />
      <AdderField axis={axis} />
    </div>
  );
}
