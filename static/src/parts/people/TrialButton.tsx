import { useDesk } from "../desk";
import { Icon } from "../Icon";

/** See this board as a participant does, in a tab of its own. */
export function TrialButton() {
  const { boot, say } = useDesk();
  const { trial } = boot.urls;
  if (!trial || boot.csrf === undefined) return null;
  return (
    <form method="post" action={trial} target="_blank" class="control">
      <input type="hidden" name="csrf_token" value={boot.csrf} />
      <input type="hidden" name="board" value={boot.board.id} />
      <h3>{say("trial.title")}</h3>
      <p class="hint">{say("trial.what")}</p>
      <button type="submit" class="button small">
        <Icon name="eye" />
        {say("trial.begin")}
      </button>
    </form>
  );
}
