import { useDesk } from "../desk";
import { Icon } from "../Icon";

/** Opens the search field. */
export function FindButton() {
  const { say, find } = useDesk();
  return (
    <button
      type="button"
      class="tool"
      aria-expanded={find.text.value !== null}
      onClick={() => (find.text.value ??= "")}
    >
      <Icon name="search" />
      <span>{say("find.button")}</span>
    </button>
  );
}
