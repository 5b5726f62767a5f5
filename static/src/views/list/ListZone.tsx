import type { Area } from "../../board/place";
import { AddButton } from "../../parts/AddButton";
import { after } from "../../parts/after";
import { useDesk } from "../../parts/desk";
import { ofZone } from "../../parts/refused";
import { ShowWaiting } from "../../parts/ShowWaiting";
import { nameOf } from "../../parts/wording";
import { ZoneBody } from "../../parts/ZoneBody";
import { ZoneNotes } from "../../parts/ZoneNotes";
import { Count } from "../map/StripHead";
import { ZoneHead } from "../map/ZoneHead";

const RefusedStrip = after("RefusedStrip");

/** A zone that is no cell: a ring, a column, a plane by its quarters, or *Not placed*. */
export function ListZone({ area }: { readonly area: Area }) {
  const desk = useDesk();
  const lit = desk.over.value?.zone === area.id;
  const isQuartered = area.quarters.length > 0;
  return (
    <section class={lit ? "list-zone lit" : "list-zone"} data-zone={area.id}>
      <div class="list-zone-head">
        <ZoneHead area={area} />
        <ShowWaiting zones={[area.id]} at={nameOf(desk, area)} />
      </div>
      {area.notes.length === 0 && <p class="soft">{desk.say("note.none")}</p>}
      {isQuartered ? <Quarters area={area} /> : <ZoneBody area={area} worded />}
    </section>
  );
}

/** A plane without its picture: four quarters, named by the ends of both axes. */
function Quarters({ area }: { readonly area: Area }) {
  const { store } = useDesk();
  return (
    <>
      {area.quarters
        .filter(({ notes }) => notes.length > 0)
        .map(({ key, title, notes }) => (
          <div key={key} class="list-cell">
            <h4>
              {title}
              <Count count={notes.length} />
            </h4>
            <ZoneNotes area={area} notes={notes} />
          </div>
        ))}
      {ofZone(store.refusals.value, area.id).map((refused) => (
        <RefusedStrip key={refused.op} refused={refused} />
      ))}
      <AddButton area={area} worded />
    </>
  );
}
