import type { Area } from "../../board/place";
import { useDesk } from "../../parts/desk";
import { Icon } from "../../parts/Icon";
import { countOf } from "../../parts/LeftNote";
import { mayShapeZone } from "../../parts/may";
import { domId } from "../../parts/dom-id";
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
      {mayShapeZone(desk, area.zone) && area.id !== "zone:unplaced" && (
        <button
          type="button"
          class="head-button"
          aria-label={desk.say("zone.edit", { zone: name })}
          onClick={() => (desk.dialog.value = { name: "zone", zone: area.id })}
        >
          <Icon name="pencil" />
        </button>
      )}
      {area.hint && <p class="zone-hint">{area.hint}</p>}
    </div>
  );
}
