import { rest } from "../after";
import { useDesk } from "../desk";
import { Icon } from "../Icon";

/** Choosing several: every click or tap adds a note or takes it out, until it is switched off. */
export function SeveralButton({ brief }: { readonly brief: boolean }) {
  const desk = useDesk();
  const { several, say } = desk;
  return (
    <button
      type="button"
      class={brief ? "tool brief" : "tool"}
      aria-pressed={several.value}
      onClick={() => {
        if (several.peek()) rest.peek()?.letGo(desk);
        else several.value = true;
      }}
    >
      <Icon name="list-checks" />
      <span>{say("several.button")}</span>
    </button>
  );
}
