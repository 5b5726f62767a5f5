import { setBoard } from "../acts";
import { useDesk } from "../desk";

/** Whether it is asked how things are known; off until somebody who leads switches it on. */
export function EvidenceControl() {
  const desk = useDesk();
  const { say, board } = desk;
  return (
    <section class="control">
      <label class="choice">
        <input
          type="checkbox"
          checked={board.value?.evidence === "shown"}
          onChange={({ currentTarget }) => setBoard(desk, { evidence: currentTarget.checked ? "shown" : "hidden" })}
        />
        <span>{say("control.evidence")}</span>
      </label>
      <p class="hint">{say("control.evidence.what")}</p>
    </section>
  );
}
