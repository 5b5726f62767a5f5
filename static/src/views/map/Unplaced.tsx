import type { Area } from "../../board/place";
import { useDesk } from "../../parts/desk";
import { ZoneBody } from "../../parts/ZoneBody";
import { ZoneHead } from "./ZoneHead";

/** Notes that have no place yet: beside the map, and a place like any other. */
export function Unplaced({ area }: { readonly area: Area }) {
  const lit = useDesk().over.value?.zone === area.id;
  return (
    <section class={lit ? "unplaced lit" : "unplaced"} data-zone={area.id}>
      <ZoneHead area={area} />
      <ZoneBody area={area} worded />
    </section>
  );
}
