import type { Timer } from "../../board/floor";
import { useDesk } from "../desk";
import { clockOf, useLeft } from "./useLeft";

/** The time that is left, for everybody: it stands still in one place, blinks never, and when it is up it says so. */
export function TimeLeft() {
  const timer = useDesk().floor.timer.value;
  return timer && <Running timer={timer} />;
}

function Running({ timer }: { readonly timer: Timer }) {
  const { say } = useDesk();
  const seconds = useLeft(timer);
  if (seconds === 0) return <p class="now-time up">{say("time.up")}</p>;
  return (
    <p class="now-time">
      {"left_ms" in timer && <span class="time-held">{say("time.held")}</span>}
      <span class="unseen">{say("time.left")}</span>
      <b role="timer" class="time-figures figures">
        {clockOf(seconds)}
      </b>
      <span class="time-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (100 * seconds) / timer.seconds)}%` }} />
      </span>
    </p>
  );
}
