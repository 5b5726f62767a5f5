import type { Area } from "../board/place";
import { AddButton } from "./AddButton";
import { after } from "./after";
import { useDesk } from "./desk";
import { ofZone } from "./refused";
import { useNarrow } from "./useNarrow";
import { ZoneNotes } from "./ZoneNotes";

const Composer = after("Composer");
const RefusedStrip = after("RefusedStrip");

interface ZoneBodyProps {
  readonly area: Area;
  readonly folds?: boolean;
  readonly worded?: boolean;
}

/** What stands in a flow zone: its notes, what was refused there, and the place to write more. */
export function ZoneBody({ area, folds = false, worded = false }: ZoneBodyProps) {
  const { store, composing, view } = useDesk();
  // A phone's List has one field for all places, at its foot.
  const apart = useNarrow() && view.value === "list";
  return (
    <>
      <ZoneNotes area={area} folds={folds} />
      {ofZone(store.refusals.value, area.id).map((refused) => (
        <RefusedStrip key={refused.op} refused={refused} />
      ))}
      {!apart && (composing.value === area.id ? <Composer area={area} /> : <AddButton area={area} worded={worded} />)}
    </>
  );
}
