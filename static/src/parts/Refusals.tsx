import { isNote } from "../board/items";
import { useDesk } from "./desk";
import { RefusedStrip } from "./RefusedStrip";

/** What was refused and has no note or zone on the board to stand beside. */
export function Refusals() {
  const { store, floor, arrangement } = useDesk();
  const items = store.items.value;
  const homeless = store.refusals.value.filter(({ operation }) => {
    if (operation?.type === "note.add") return arrangement.value.area(operation.zone) === undefined;
    return !(operation && "note" in operation && isNote(items.get(operation.note)));
  });
  const ofFloor = floor.refusals.value;
  if (homeless.length + ofFloor.length === 0) return null;
  return (
    <div class="refusals">
      {homeless.map((refused) => (
        <RefusedStrip key={refused.op} refused={refused} />
      ))}
      {ofFloor.map((refused) => (
        <RefusedStrip key={refused.op} refused={refused} of={floor} />
      ))}
    </div>
  );
}
