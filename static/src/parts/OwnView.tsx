import { useDesk } from "./desk";

/** What each person chooses for themselves: how close the notes are, and what a screen reader is told. */
export function OwnView() {
  const { say, dense, news, letters, pointers, holding } = useDesk();
  const choose = (to: boolean) => () => {
    dense.value = to;
  };
  return (
    <section class="own-view">
      <h3>{say("settings.title")}</h3>
      <div class="segments" role="group" aria-label={say("settings.density")}>
        <button type="button" aria-pressed={!dense.value} onClick={choose(false)}>
          {say("settings.loose")}
        </button>
        <button type="button" aria-pressed={dense.value} onClick={choose(true)}>
          {say("settings.dense")}
        </button>
      </div>
      {(
        [
          ["settings.hold", holding.everything],
          ["settings.news", news],
          ["settings.pointers", pointers],
          ["settings.letters", letters],
        ] as const
      ).map(([key, setting]) => (
        <label key={key} class="choice">
          <input
            type="checkbox"
            checked={setting.value}
            onChange={(event) => {
              setting.value = event.currentTarget.checked;
            }}
          />
          <span>{say(key)}</span>
        </label>
      ))}
      <p class="hint">{say("note.use")}</p>
      <p class="hint">{say("board.keys")}</p>
    </section>
  );
}
