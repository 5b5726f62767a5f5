import { useDesk } from "../desk";
import { callHere, startTimer } from "../floor/leading";
import { TimerButtons } from "../floor/Lead";
import { TimeLeft } from "../floor/TimeLeft";
import { Icon } from "../Icon";

const MINUTES = [5, 10] as const;

/** The clock and the call, where there is no agenda to bring them; and also where there is. */
export function FloorControl() {
  const desk = useDesk();
  const { floor, boot, say } = desk;
  const timer = floor.timer.value;
  const isCalled = floor.summon.value?.board === boot.board.id;
  return (
    <section class="control">
      <h3>{say("control.room")}</h3>
      <div class="row">
        {timer ? (
          <>
            <TimeLeft />
            <TimerButtons timer={timer} />
          </>
        ) : (
          MINUTES.map((minutes) => (
            <button key={minutes} type="button" class="button small" onClick={() => startTimer(desk, minutes)}>
              <Icon name="timer" />
              {say("time.start", { count: minutes })}
            </button>
          ))
        )}
      </div>
      <p class="hint">{say("summon.what")}</p>
      <p class="row">
        <button type="button" class="button small" onClick={() => callHere(desk)}>
          <Icon name="users" />
          {say("summon.call")}
        </button>
        {isCalled && <span class="soft">{say("summon.sent")}</span>}
      </p>
    </section>
  );
}
