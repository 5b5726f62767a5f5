import { useDesk } from "../../parts/desk";
import { AdderButton, AdderField } from "../../parts/shape/ZoneAdder";
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
      <div class="new-column">
        <AdderButton axis={undefined} look="add-column" />
        <AdderField axis={undefined} />
      </div>
      <Unplaced area={unplaced} />
    </div>
  );
}
