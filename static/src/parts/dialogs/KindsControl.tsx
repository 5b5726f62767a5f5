import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { inWords } from "../wording";

/** Which kinds of note there are, where people may name them. */
export function KindsControl() {
  const desk = useDesk();
  const { say, boot, dialog } = desk;
  if (!boot.method.own_kinds) return null;
  return (
    <section class="control">
      <h3>{say("control.kinds")}</h3>
      <p class="hint">
        {say("control.kinds.what", {
          kinds: desk.kinds.value.chosen.map(({ title }) => inWords(desk, title)).join(", "),
        })}
      </p>
      <button type="button" class="button small" onClick={() => (dialog.value = { name: "kinds" })}>
        <Icon name="tag" />
        {say("control.kinds.do")}
      </button>
    </section>
  );
}
