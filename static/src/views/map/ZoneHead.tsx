import type { Area } from "../../board/place";
import { useDesk } from "../../parts/desk";
import { countOf } from "../../parts/left";
import { domId } from "../../parts/dom-id";
import { EditButton } from "../../parts/shape/EditButton";
import { ZoneNamer } from "../../parts/shape/ZoneNamer";
import { nameOf } from "../../parts/wording";
import { Count } from "./StripHead";

interface ZoneHeadProps {
  readonly area: Area;
  readonly level?: 2 | 3;
}

/** The heading of a zone: name, how many notes, what belongs there, and for those who may, a pencil. */
export function ZoneHead({ area, level = 3 }: ZoneHeadProps) {
  const desk = useDesk();
  const Heading = level === 2 ? "h2" : "h3";
  const name = nameOf(desk, area);
  return (
    <div class="zone-head">
      <Heading id={`head-${domId(area.id)}`}>{name}</Heading>
      <Count count={countOf(desk, area.notes)} />
      <EditButton zone={area.zone} title={name} />
      <ZoneNamer zone={area.id} />
      {area.hint && <p class="zone-hint">{area.hint}</p>}
    </div>
  );
}
