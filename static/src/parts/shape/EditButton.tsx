import type { Zone } from "../../board/items";
import { useDesk } from "../desk";
import { domId } from "../dom-id";
import { Icon } from "../Icon";
import { mayShapeZone } from "../may";

interface EditButtonProps {
  readonly zone: Zone;
  readonly title: string;
  readonly look?: string;
}

/** The pencil at a name, for those who may change it. */
export function EditButton({ zone, title, look = "head-button" }: EditButtonProps) {
  const desk = useDesk();
  if (!mayShapeZone(desk, zone) || zone.id === "zone:unplaced") return null;
  const open = desk.shaping.value;
  return (
    <button
      type="button"
      id={`edit-${domId(zone.id)}`}
      class={look}
      aria-label={desk.say("zone.edit", { zone: title })}
      aria-expanded={open !== null && "zone" in open && open.zone === zone.id}
      onClick={() => (desk.shaping.value = { zone: zone.id })}
    >
      <Icon name="pencil" />
    </button>
  );
}
