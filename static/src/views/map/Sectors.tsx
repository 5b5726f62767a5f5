import type { Area } from "../../board/place";
import { useDesk } from "../../parts/desk";
import { AdderButton, AdderField } from "../../parts/shape/ZoneAdder";
import { ZoneBody } from "../../parts/ZoneBody";
import { Unplaced } from "./Unplaced";
import { ZoneHead } from "./ZoneHead";

/** The first zone in the middle, the others around it; from the ninth on they stand below. */
export function Sectors() {
  const { zones, unplaced } = useDesk().arrangement.value;
  return (
    <div class="sectors-sheet">
      <div class="sectors">
        {zones.map((area, i) => (
          <Sector key={area.id} area={area} isCentre={i === 0} />
        ))}
      </div>
      <div class="add-strips">
        <AdderButton axis={undefined} look="button quiet small" />
        <AdderField axis={undefined} />
      </div>
      <Unplaced area={unplaced} />
    </div>
  );
}

function Sector({ area, isCentre }: { readonly area: Area; readonly isCentre: boolean }) {
  const lit = useDesk().over.value?.zone === area.id;
  return (
    <section
      class={["column", isCentre ? "centre" : "sector", lit && "lit"].filter(Boolean).join(" ")}
      data-zone={area.id}
    >
      <ZoneHead area={area} />
      <ZoneBody area={area} worded />
    </section>
  );
}
