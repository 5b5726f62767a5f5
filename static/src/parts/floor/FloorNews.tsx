import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";

import { useDesk } from "../desk";

/** The boards hear of a part just after the floor; said after that, the part's own words are the last ones. */
const AFTER_MODES_MS = 700;
const TOLD_AT_SECONDS = [120, 60, 0] as const;
/** A page that slept past the moment says nothing of it. */
const LATE_MS = 5_000;

/** What the room does now and when time runs out, told once; a change that is one's own too. */
export function FloorNews() {
  usePartNews();
  useTimeNews();
  useFloorRefusals();
  return null;
}

function usePartNews(): void {
  const { floor, say, tell } = useDesk();
  const before = useRef<string | null | undefined>(undefined);
  useSignalEffect(() => {
    if (!floor.ready.value) return undefined;
    const part = floor.current.value;
    const was = before.current;
    before.current = part?.id ?? null;
    if (was === undefined || part === null || was === part.id) return undefined;
    const words = `${say("now.part", { part: part.title })}. ${part.instruction} ${say(`mode.${part.mode}`)}.`;
    setTimeout(() => tell(words), AFTER_MODES_MS);
    return undefined;
  });
}

function useTimeNews(): void {
  const { floor, say, tell } = useDesk();
  useSignalEffect(() => {
    const timer = floor.timer.value;
    if (timer === null || "left_ms" in timer) return undefined;
    const left = floor.left(timer);
    const marks = TOLD_AT_SECONDS.map((seconds) => ({ seconds, wait: left - 1_000 * seconds }));
    const waits = marks
      .filter(({ wait }) => wait > 0)
      .map(({ seconds, wait }) =>
        setTimeout(() => {
          const isLate = 1_000 * seconds - floor.left(timer) > LATE_MS;
          if (!isLate) tell(seconds === 0 ? say("time.up") : say("time.soon", { count: seconds / 60 }));
        }, wait),
      );
    return () => waits.forEach(clearTimeout);
  });
}

function useFloorRefusals(): void {
  const { floor, tell } = useDesk();
  const told = useRef(new Set<string>());
  useSignalEffect(() => {
    for (const { op, message } of floor.refusals.value) {
      if (told.current.has(op)) continue;
      told.current.add(op);
      tell(message, true);
    }
  });
}
