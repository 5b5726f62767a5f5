import { useDesk } from "../../parts/desk";
import { Icon } from "../../parts/Icon";
import { isAddable } from "../../parts/may";
import { ZoneBody } from "../../parts/ZoneBody";
import { Unplaced } from "./Unplaced";
import { ZoneHead } from "./ZoneHead";

/** Zones side by side, each as long as its notes. */
export function Columns() {
  const desk = useDesk();
  const { zones, unplaced } = desk.arrangement.value;
  return (
    <div class="columns-sheet">
      {zones.map((area) => (
        <section key={area.id} class={desk.over.value?.zone === area.id ? "column lit" : "column"} data-zone={area.id}>
          <ZoneHead area={area} />
          <ZoneBody area={area} worded />
        </section>
      ))}
      {isAddable(desk, undefined) && (
        <button
          type="button"
          class="add-column"
          onClick={() => (desk.dialog.value = { name: "zoneAdd", axis: undefined })}
        >
          <Icon name="plus" />
          {desk.say("zone.add.zone")}
        </button>
      )}
      <Unplaced area={unplaced} />
    </div>
  );
}
