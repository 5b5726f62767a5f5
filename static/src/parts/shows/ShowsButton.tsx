import { useDesk } from "../desk";
import { Icon } from "../Icon";

/** Opens beside the board what the map shows, and closes it. The challenge gives way: there is room for one. */
export function ShowsButton() {
  const { reading, showing, say } = useDesk();
  return (
    <button
      type="button"
      class="button quiet challenge-button shows-button wide"
      aria-label={say("shows.title")}
      aria-expanded={showing.value}
      onClick={() => {
        showing.value = !showing.value;
        reading.value &&= !showing.value;
      }}
    >
      <Icon name="lightbulb" />
      <span>{say("shows.title")}</span>
    </button>
  );
}
