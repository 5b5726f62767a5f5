import { useDesk } from "./desk";

/** While one holds others' changes: how many wait, all shown at one press. It stands there all the time, so nothing jumps. */
export function HoldStrip() {
  const { holding, say, tell } = useDesk();
  if (!holding.everything.value) return null;
  const count = holding.count.value;
  return (
    <section class="hold-strip" aria-label={say("settings.hold")}>
      <p class="figures">{count === 0 ? say("hold.none") : say("hold.count", { count })}</p>
      <button
        type="button"
        class="button small"
        aria-disabled={count === 0}
        onClick={() => {
          if (count === 0) return;
          holding.show();
          tell(say("hold.shown"));
        }}
      >
        {say("hold.show")}
      </button>
      <button type="button" class="button small quiet" onClick={() => (holding.everything.value = false)}>
        {say("hold.stop")}
      </button>
    </section>
  );
}
