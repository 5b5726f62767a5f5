import { useDesk } from "../desk";
import { Icon } from "../Icon";

/** Opens the challenge beside the board, and closes it. */
export function ChallengeButton() {
  const { boot, reading, showing, say } = useDesk();
  if (!boot.challenge) return null;
  return (
    <button
      type="button"
      class="button quiet challenge-button wide"
      aria-label={say("challenge.title")}
      aria-expanded={reading.value}
      onClick={() => {
        reading.value = !reading.value;
        showing.value &&= !reading.value;
      }}
    >
      <Icon name="target" />
      <span>{say("challenge.title")}</span>
    </button>
  );
}
