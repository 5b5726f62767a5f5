/** Leading the room: every button comes through here, and what is said beforehand of what follows. */

import type { Part, Timer } from "../../board/floor";
import { shownBy } from "../coming";
import type { Coming } from "../coming";
import type { Desk } from "../desk";
import { ALL } from "../go-to";

/** About to go to a part. */
export function coming(desk: Desk, part: Part): Coming {
  const { floor } = desk;
  const from = floor.current.peek()?.id;
  return {
    key: part.id,
    what: `${part.title}. ${shapeOf(desk, part)}`,
    follows: () => followsFrom(desk, part),
    isOvertaken: () => floor.current.value?.id !== from,
    act: () => goTo(desk, part),
  };
}

/** Go to a part; its time begins with it. */
export function goTo({ floor }: Desk, part: Part): void {
  if (part.minutes === null) floor.act({ type: "step.go", step: part.id });
  else floor.act({ type: "step.go", step: part.id }, { type: "timer.start", seconds: 60 * part.minutes });
}

export function startTimer({ floor }: Desk, minutes: number): void {
  floor.act({ type: "timer.start", seconds: 60 * minutes });
}

export function addMinute({ floor }: Desk): void {
  floor.act({ type: "timer.add", seconds: 60 });
}

/** Hold the time, or go on with it. */
export function holdTimer({ floor }: Desk, timer: Timer): void {
  floor.act({ type: "left_ms" in timer ? "timer.resume" : "timer.pause" });
}

export function endTimer({ floor }: Desk): void {
  floor.act({ type: "timer.end" });
}

/** Call everybody to this board. */
export function callHere(desk: Desk): void {
  const focus = placeOf(desk);
  desk.floor.act({ type: "summon.call", board: desk.boot.board.id, ...(focus === null ? {} : { focus }) });
  desk.tell(desk.say("summon.sent"));
}

/** What whoever calls looks at: the place chosen in the List, or else that of the part. */
function placeOf({ view, places, floor, boot }: Desk): string | null {
  const { zone, phase, lane } = places.value;
  const chosen = [zone, lane, phase].find((id) => id !== undefined && id !== ALL);
  if (view.value === "list" && chosen !== undefined) return chosen;
  const part = floor.current.value;
  return part?.boards.includes(boot.board.id) ? part.focus : null;
}

/** How people work in the part, and for how long: *Katsotaan · 10 min*. */
export function shapeOf({ say }: Desk, part: Part): string {
  const minutes = part.minutes === null ? [] : [say("time.minutes", { count: part.minutes })];
  return [say(`mode.${part.mode}`), ...minutes].join(" · ");
}

/** What going to this part does to what was written in silence; empty: nothing. */
export function followsFrom(desk: Desk, part: Part): string {
  const { floor, store, boot, say } = desk;
  const before = floor.current.value;
  const isHere = part.boards.includes(boot.board.id);
  if (store.mode.value === "silent") {
    if (!isHere) return say("lead.kept");
    return part.mode === "silent" ? "" : shownBy(desk);
  }
  const elsewhere = before?.boards.some((board) => board !== boot.board.id && part.boards.includes(board));
  return before?.mode === "silent" && part.mode !== "silent" && elsewhere ? say("lead.shows.elsewhere") : "";
}
