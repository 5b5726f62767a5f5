import { useDesk } from "./desk";
import { Icon } from "./Icon";

/** Whether what was written is safe: all saved, being saved, or kept on this device. */
export function SaveMark() {
  const { store, say } = useDesk();
  const { state, kept } = store.mark.value;
  const drawn = { saved: "check", saving: "loader-circle", offline: "cloud-off" }[state];
  return (
    <p class={`save-mark ${state}`}>
      <Icon name={drawn} />
      <span class="full">{state === "offline" ? offline() : say(`save.${state}`)}</span>
      <span class="short" aria-hidden="true">
        {state === "offline" ? say("save.short.offline", { count: kept }) : say(`save.short.${state}`)}
      </span>
    </p>
  );

  function offline(): string {
    return kept === 0 ? say("save.offline.none") : say("save.offline", { count: kept });
  }
}
