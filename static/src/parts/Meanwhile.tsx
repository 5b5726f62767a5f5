import { effect } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";

import { AWAY_MS, happened, leftNow } from "./away";
import type { Left } from "./away";
import { useDesk } from "./desk";
import type { Desk } from "./desk";
import { Icon } from "./Icon";
import { kept } from "./kept";
import { focusNote } from "./focus-note";

/** What was missed comes in this time after the line is open. */
export const CAUGHT_UP_MS = 800;
/** A reader who comes back sooner stands where they stood. */
const SOON_MS = 30 * 60_000;

/** After a call, a lock screen or another app: one line of what happened meanwhile, told once, until one closes it. */
export function Meanwhile() {
  const desk = useDesk();
  const [told, setTold] = useState({ words: "", doing: "" });
  const doing = doingNow(desk);
  useEffect(
    () =>
      watch(desk, (what) => {
        const line = desk.say("meanwhile", { what });
        setTold({ words: line, doing: doingNow(desk) });
        desk.tell(line);
      }),
    [],
  );
  if (!told.words || told.doing !== doing) return null;
  return (
    <section class="floor-strip meanwhile" aria-label={desk.say("meanwhile.label")}>
      <p>{told.words}</p>
      <button
        type="button"
        class="button quiet icon-only"
        aria-label={desk.say("app.close")}
        onClick={() => setTold({ words: "", doing })}
      >
        <Icon name="x" />
      </button>
    </section>
  );
}

/** Once the room does something else, what was told of it is not true any more. */
function doingNow({ store, floor, voting }: Desk): string {
  return [store.mode.value, floor.current.value?.id, voting.value.open?.id].join(" ");
}

/** Away is: out of sight, without a line, or on no page at all. Returns what ends the watch. */
function watch(desk: Desk, onReturn: (what: string) => void): () => void {
  const { store, boot } = desk;
  const memory = kept<Left>(boot.document, boot.you, "left");
  let left: Left | null = memory.read();
  let leftAt = memory.at();
  const own = new Set<string>();
  let settling: ReturnType<typeof setTimeout> | undefined;
  const leave = () => {
    // Left already, or before it was clear what had happened since the last time.
    if (left !== null || !store.ready.peek()) return;
    own.clear();
    left = leftNow(desk);
    leftAt = Date.now();
    memory.write(left);
  };
  const arrive = () => {
    if (document.visibilityState === "hidden" || store.line.peek() !== "open" || !store.ready.peek()) return;
    const awayFor = Date.now() - leftAt;
    if (left === null) return;
    const what = awayFor > AWAY_MS ? happened(desk, left, own) : "";
    if (what) onReturn(what);
    if (awayFor < SOON_MS && left.note !== null && document.activeElement === document.body) focusNote(left.note);
    left = null;
    memory.drop();
  };
  const look = () => {
    clearTimeout(settling);
    const isHere = document.visibilityState !== "hidden" && store.line.peek() === "open";
    if (isHere) settling = setTimeout(arrive, CAUGHT_UP_MS);
    else leave();
  };
  const stopOwn = effect(() => store.waiting.value.forEach((id) => own.add(id)));
  const stopLine = effect(() => {
    if (store.line.value !== "connecting" && store.ready.value) look();
  });
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pagehide", leave);
  return () => {
    clearTimeout(settling);
    stopOwn();
    stopLine();
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("pagehide", leave);
  };
}
