import type { Timer } from "../../board/floor";
import { begin } from "../coming";
import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { addMinute, callHere, coming, endTimer, holdTimer, startTimer } from "./leading";

/** What whoever leads has in hand all the time: the clock, the call, and, apart from them, what changes everything. */
export function Lead() {
  const desk = useDesk();
  const { floor, boot, say } = desk;
  const timer = floor.timer.value;
  const hasAgenda = floor.parts.value.length > 0;
  return (
    <div class="lead" role="group" aria-label={say("lead.label")}>
      {timer ? <TimerButtons timer={timer} /> : <StartTimer />}
      {hasAgenda && boot.boards.length > 1 && (
        <button type="button" class="button small call" title={say("summon.call")} onClick={() => callHere(desk)}>
          <Icon name="users" />
          <span>{say("summon.call")}</span>
        </button>
      )}
      <NextPart />
    </div>
  );
}

export function TimerButtons({ timer }: { readonly timer: Timer }) {
  const desk = useDesk();
  const { say } = desk;
  const held = "left_ms" in timer;
  const hold = say(held ? "time.resume" : "time.pause");
  return (
    <>
      <button type="button" class="button small" onClick={() => addMinute(desk)}>
        {say("time.more")}
      </button>
      <button
        type="button"
        class="button small icon-only"
        aria-label={hold}
        title={hold}
        onClick={() => holdTimer(desk, timer)}
      >
        <Icon name={held ? "play" : "pause"} />
      </button>
      <button
        type="button"
        class="button small icon-only"
        aria-label={say("time.end")}
        title={say("time.end")}
        onClick={() => endTimer(desk)}
      >
        <Icon name="x" />
      </button>
    </>
  );
}

/** The part's own time, where it has been ended and is wanted again. */
function StartTimer() {
  const desk = useDesk();
  const minutes = desk.floor.current.value?.minutes ?? null;
  if (minutes === null) return null;
  return (
    <button type="button" class="button small" onClick={() => startTimer(desk, minutes)}>
      <Icon name="timer" />
      {desk.say("time.start", { count: minutes })}
    </button>
  );
}

/** Runs only after a while in which it can be taken back (`Coming`). */
function NextPart() {
  const desk = useDesk();
  const { floor, say } = desk;
  const next = floor.next.value;
  if (!next) return null;
  const isBusy = desk.coming.value !== null || floor.pending.value.some(({ type }) => type === "step.go");
  return (
    <button
      type="button"
      class="button next-part"
      aria-disabled={isBusy}
      title={next.title}
      onClick={() => {
        if (!isBusy) begin(desk, coming(desk, next));
      }}
    >
      {say(floor.current.value ? "lead.next" : "lead.begin")}
      <Icon name="chevron-right" />
    </button>
  );
}
