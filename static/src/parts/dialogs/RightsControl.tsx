import { setBoard } from "../acts";
import { useDesk } from "../desk";

/** What participants may do besides adding and moving: two switches, in force at once. */
export function RightsControl() {
  const desk = useDesk();
  const { say, boot } = desk;
  const { rewritten_by, shaped_by } = desk.board.value ?? {};
  const { adds, phase_name } = boot.method;
  const hasPhases = adds.includes("phase") && !phase_name;
  return (
    <section class="control">
      <h3>{say("control.rights")}</h3>
      <label class="choice">
        <input
          type="checkbox"
          checked={rewritten_by === "everybody"}
          onChange={({ currentTarget }) =>
            setBoard(desk, { rewritten_by: currentTarget.checked ? "everybody" : "authors" })
          }
        />
        <span>{say("control.rights.rewrite")}</span>
      </label>
      <p class="hint">{say("control.rights.rewrite.what")}</p>
      {adds.length > 0 && (
        <label class="choice">
          <input
            type="checkbox"
            checked={shaped_by === "everybody"}
            onChange={({ currentTarget }) =>
              setBoard(desk, { shaped_by: currentTarget.checked ? "everybody" : "facilitator" })
            }
          />
          <span>{say(hasPhases ? "control.rights.phases" : "control.rights.zones")}</span>
        </label>
      )}
    </section>
  );
}
