/** Going to a place of the board: it is unfolded, chosen where only some places are shown, and brought into view. */

import type { Note } from "../board/items";
import type { Area } from "../board/place";
import { bringIntoSight } from "./bring-into-sight";
import { domId } from "./dom-id";
import { NARROW } from "./desk";
import type { Desk } from "./desk";
import { focusNote } from "./focus-note";

/** After a dialog has given the focus back, and what was folded has been drawn. */
const AFTER_DRAWING_MS = 60;
const OUTLINED_MS = 2_400;

let callOff: () => void = () => undefined;

/** Whoever was on the way to a note is not taken there any more. */
export function stay(): void {
  callOff();
  callOff = () => undefined;
}

/** One way at a time: the note may be drawn only in a while, and then nobody who has gone elsewhere is called back to it. */
export function goToNote(desk: Desk, note: Note): void {
  stay();
  uncover(desk, desk.arrangement.peek().areaOf(note));
  const timer = setTimeout(() => {
    callOff = bringIntoSight(note.id, () => focusNote(note.id));
  }, AFTER_DRAWING_MS);
  callOff = () => clearTimeout(timer);
}

/** An area, or a phase or lane by its head; it is outlined for a moment. The focus stays where it is. */
export function goToZone(desk: Desk, zone: string): void {
  const { areas, phases, lanes } = desk.arrangement.peek();
  const area = areas.find(({ id }) => id === zone);
  const phase = phases.some(({ id }) => id === zone) && { phase: zone };
  const lane = lanes.some(({ id }) => id === zone) && { lane: zone };
  uncover(desk, area ?? { id: zone, ...phase, ...lane });
  setTimeout(() => {
    const place = drawnAt(zone);
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const isLane = place?.classList.contains("lane-label");
    place?.scrollIntoView({
      block: isLane ? "start" : "nearest",
      inline: "nearest",
      behavior: isStill ? "auto" : "smooth",
    });
    if (!place || isStill) return;
    place.classList.add("looked-at");
    setTimeout(() => place.classList.remove("looked-at"), OUTLINED_MS);
  }, AFTER_DRAWING_MS);
}

function drawnAt(zone: string): Element | null {
  const id = CSS.escape(zone);
  const place = document.querySelector(`[data-zone="${id}"], .lane-label[data-strip="${id}"]`);
  const head = document.getElementById(`list-${domId(zone)}`) ?? document.getElementById(domId(zone));
  return place ?? head?.parentElement ?? null;
}

/** Have an area drawn, whatever hides it: a folded phase or lane, or another place that is chosen in the List. */
export function uncover({ folded, places, floor }: Desk, area: Pick<Area, "id" | "phase" | "lane">): void {
  const strips = [area.phase, area.lane].filter((id) => id !== undefined);
  if (strips.some((id) => folded.peek().includes(id))) {
    folded.value = folded.peek().filter((id) => !strips.includes(id));
  }
  // A phone shows a phase at a time, and a lane if that is what is looked at; a wide screen all of them.
  const isNarrow = matchMedia(NARROW).matches;
  const lane = isNarrow && area.phase === undefined ? area.lane : undefined;
  const phase = lane === undefined && { phase: isNarrow ? (area.phase ?? ALL) : ALL };
  const part = floor.current.peek();
  places.value = { ...phase, lane: lane ?? ALL, zone: ALL, ...(part && { part: part.id }) };
}

/** Of the places chosen in the List: none in particular. */
export const ALL = "all";
