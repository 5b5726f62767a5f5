import { useDesk } from "./desk";
import { Icon } from "./Icon";

/** Whether what was written is safe: all saved, being saved, kept on this device, or on this page alone. */
export function SaveMark() {
  const { store, say } = useDesk();
  const { state, kept, loose } = store.mark.value;
  const drawn = { saved: "check", saving: "loader-circle", offline: loose > 0 ? "triangle-alert" : "cloud-off" }[state];
  return (
    <p class={`save-mark ${state}`} data-loose={loose > 0 || undefined}>
      <Icon name={drawn} />
      <span class="full">{state === "offline" ? offline() : say(`save.${state}`)}</span>
      <span class="short" aria-hidden="true">
        {state === "offline" ? short() : say(`save.short.${state}`)}
      </span>
    </p>
  );

  function offline(): string {
    if (loose > 0) return say("save.loose", { count: loose });
    return kept === 0 ? say("save.offline.none") : say("save.offline", { count: kept });
  }

  function short(): string {
    return loose > 0 ? say("save.short.loose", { count: loose }) : say("save.short.offline", { count: kept });
  }
}
