import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { isLeading } from "../may";

/** Notes that arrived after the end: whoever wrote them reads that they wait, whoever leads goes to them from here. */
export function LateStrip() {
  const desk = useDesk();
  const { store, say, dialog } = desk;
  const waiting = store.late.value;
  const leading = isLeading(desk);
  const count = leading ? waiting.filter(({ out }) => !out).length : waiting.length;
  if (waiting.length === 0) return null;
  return (
    <section class="late-strip" aria-label={say("late.title")}>
      <Icon name="inbox" />
      <p role="status">{say(leading ? "late.count" : "late.mine", { count })}</p>
      {leading && (
        <button type="button" class="button small" onClick={() => (dialog.value = { name: "late" })}>
          {say("late.open")}
        </button>
      )}
    </section>
  );
}
