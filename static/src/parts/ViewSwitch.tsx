import { useDesk } from "./desk";
import type { View } from "./desk";

const VIEWS: readonly View[] = ["map", "list"];

/** Two equal views of the same notes. */
export function ViewSwitch() {
  const { view, say, dialog } = useDesk();
  return (
    <div class="segments" role="group" aria-label={say("view.label")}>
      {VIEWS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={view.value === each}
          onClick={() => {
            view.value = each;
            if (dialog.value?.name === "menu") dialog.value = null;
          }}
        >
          {say(`view.${each}`)}
        </button>
      ))}
    </div>
  );
}
