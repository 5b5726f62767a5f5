import { useDesk } from "./desk";

/** What happens to what one writes just now: under every composer, while people write on their own. */
export function SilenceHint() {
  const { store, say } = useDesk();
  if (store.mode.value !== "silent") return null;
  return (
    <p class="hint">
      {say("silence.promise")} {say("silence.nameless")}
    </p>
  );
}
