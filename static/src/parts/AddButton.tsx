import type { Area } from "../board/place";
import { useDesk } from "./desk";
import { Icon } from "./Icon";
import { mayAdd } from "./may";
import { domId } from "./dom-id";
import { nameOf } from "./wording";

interface AddButtonProps {
  readonly area: Area;
  /** With the word beside the plus. */
  readonly worded?: boolean;
}

/** Opens the zone's composer. */
export function AddButton({ area, worded = false }: AddButtonProps) {
  const desk = useDesk();
  if (!mayAdd(desk) || area.accepts.length === 0) return null;
  return (
    <button
      type="button"
      id={`add-${domId(area.id)}`}
      class="add"
      aria-label={desk.say("note.add", { zone: nameOf(desk, area) })}
      onClick={() => {
        // A plane needs a point as well as a name: its two axes are asked for.
        if (area.sort === "plane") desk.dialog.value = { name: "add", zone: area.id };
        else {
          desk.pointed.value = null;
          desk.composing.value = area.id;
        }
      }}
    >
      <Icon name="plus" />
      {worded && <span>{desk.say("tool.add")}</span>}
    </button>
  );
}
