import { useDesk } from "./desk";
import type { View } from "./desk";

const VIEWS: readonly View[] = ["map", "list", "table"];

/** Equal views of the same notes. The table stands among them once it was asked for, from the menu. */
export function ViewSwitch() {
  const { view, say, dialog, tabular } = useDesk();
  return (
    <div class="segments" role="group" aria-label={say("view.label")}>
      {VIEWS.filter((each) => each !== "table" || tabular.value).map((each) => (
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
