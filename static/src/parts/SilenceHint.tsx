import { useDesk } from "./desk";

/** What happens to what one writes just now: under every composer, while people write on their own. */
export function SilenceHint() {
  const { store, board, say } = useDesk();
  if (store.mode.value !== "silent") return null;
  const { authors } = board.value ?? {};
  const key =
    authors === "names" ? "silence.named" : authors === "organisations" ? "silence.organisation" : "silence.nameless";
  return (
    <p class="hint">
      {say("silence.promise")} {say(key)}
    </p>
  );
}
