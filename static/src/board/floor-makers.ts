/** The fewest words for a floor, for tests: an agenda, where the room is in it, and what happens next. */

import type { State } from "./boot";
import type { LogEvent } from "./events";
import { createFloor, FLOOR } from "./floor";
import type { FloorStore } from "./floor";
import type { Fields, Item } from "./items";
import { AINO, BJORN } from "./makers";

/** A part of an agenda, on the board `b:1` unless said otherwise. */
export function part(number: number, more: Fields = {}): Item {
  const title = { fi: `Osio ${number}`, sv: `Del ${number}`, en: `Part ${number}` };
  return { id: `step:${number}`, title, mode: "open", boards: ["b:1"], order: `a${number}`, ...more };
}

/** The floor's state at seq 1; `root`: fields of the item `floor`. */
export function floorState(parts: readonly Item[], root: Fields = {}, now?: string): State {
  return {
    document: "floor:w",
    epoch: "e1",
    seq: 1,
    method: null,
    items: [{ id: FLOOR, authors: "names", ...root }, ...parts],
    people: [],
    private: { notes: 0, people: 0 },
    ...(now === undefined ? {} : { now }),
  };
}

export function makeFloor(parts: readonly Item[], root: Fields = {}, you: string = BJORN): FloorStore {
  const floor = createFloor({ you, language: "fi" });
  floor.load(floorState(parts, root, new Date().toISOString()));
  floor.setLine("open");
  return floor;
}

/** Somebody who leads changes the floor, and this copy hears of it. */
export function lead(floor: FloorStore, root: Fields, op = "op"): void {
  const { seq } = floor.confirmed.peek();
  const event: LogEvent = {
    seq: seq + 1,
    op,
    by: AINO,
    at: "2026-11-21T09:14:03.120Z",
    changes: [{ id: FLOOR, set: root }],
  };
  floor.receive([event]);
}
