import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { useShortcut } from "../shortcut";

/** Opens the search field. */
export function FindButton({ brief }: { readonly brief: boolean }) {
  const { say, find } = useDesk();
  return (
    <button
      type="button"
      class={brief ? "tool brief" : "tool"}
      {...useShortcut("/")}
      aria-expanded={find.text.value !== null}
      onClick={() => (find.text.value ??= "")}
    >
      <Icon name="search" />
      <span>{say("find.button")}</span>
    </button>
  );
}
