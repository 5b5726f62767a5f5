import { useDesk } from "../desk";
import { Icon } from "../Icon";

const FEWEST = 4;

/** Asks for themes made of what notes share; where there is next to nothing to compare, it is not offered. */
export function SuggestButton() {
  const { say, dialog, store, arrangement, clusterOf } = useDesk();
  const loose = arrangement.value.areas.flatMap(({ notes }) => notes).filter(({ id }) => !clusterOf.value.has(id));
  if (loose.length < FEWEST || store.mode.value === "silent") return null;
  return (
    <button type="button" class="button small" onClick={() => (dialog.value = { name: "suggested" })}>
      <Icon name="lightbulb" />
      {say("suggest.open")}
    </button>
  );
}
