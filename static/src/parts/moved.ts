/** One's own last act, which can be taken back at once: *Siirretty: Haen luvan · Kumoa*. */

import type { Area } from "../board/place";
import type { Act } from "../board/undo";
import type { Desk } from "./desk";
import { nameOf } from "./wording";

/** How long it is offered; while it has the focus or the pointer, the time stands. */
export const OFFERED_MS = 8_000;

export interface Moved {
  /** What was done. */
  readonly said: string;
  readonly act: Act;
}

/** Offer to take back that notes were moved here. */
export function offerBack(desk: Desk, area: Area, count: number): void {
  const zone = nameOf(desk, area);
  offerUndo(desk, count > 1 ? desk.say("moved.many", { count, zone }) : desk.say("moved.to", { zone }));
}

/** Offer to take back what was just done, if it was anything. */
export function offerUndo(desk: Desk, said: string): void {
  const act = desk.store.latest.peek();
  desk.moved.value = act && { said, act };
}
