/** Phases, lanes and other zones as they are given their names and their order, where they stand. */

import type { Zone } from "../../board/items";
import { isZone } from "../../board/items";
import { byOrder } from "../../board/place";
import { addZone, removeZone, setZone } from "../acts";
import type { Desk } from "../desk";
import { offerUndo } from "../moved";
import { inWords } from "../wording";

export type Axis = "phase" | "lane" | undefined;

/** What is open: the field of one zone, or the one for new ones. */
export type Shaping = { readonly zone: string } | { readonly adds: Axis };

/** The zone itself, as it is now. */
export function zoneOf(desk: Desk, id: string): Zone | undefined {
  const found = desk.store.items.value.get(id);
  return isZone(found) ? found : undefined;
}

/** The zones of the same list, in order: phases, lanes, or those that are neither. */
export function siblingsOf(desk: Desk, axis: Axis): readonly Zone[] {
  const { phases, lanes, zones } = desk.latest.value;
  const list = axis === "phase" ? phases : axis === "lane" ? lanes : zones;
  return list.map(({ zone }) => zone).toSorted(byOrder);
}

/** How many notes lose their place with it. */
export function countIn(desk: Desk, id: string): number {
  const areas = desk.latest.value.areas.filter((area) => [area.id, area.phase, area.lane].includes(id));
  return areas.reduce((sum, { notes }) => sum + notes.length, 0);
}

/** A new one after all others, which takes all kinds; returns its id. */
export function addLast(desk: Desk, axis: Axis, title: string): string {
  const takes = desk.kinds.peek().known.map(({ key }) => key);
  const after = siblingsOf(desk, axis).at(-1)?.id ?? null;
  const zone = addZone(desk, axis, { title, hint: "", takes, after });
  desk.tell(desk.say("note.added", { zone: title }));
  return zone;
}

/** An empty name, or the one it has, changes nothing. */
export function rename(desk: Desk, zone: Zone, title: string): void {
  const wanted = title.trim();
  if (wanted && wanted !== inWords(desk, zone.title)) setZone(desk, zone.id, { title: wanted }, "accepts");
}

/** One place earlier (-1) or later (1) among its own. */
export function shift(desk: Desk, zone: Zone, by: -1 | 1): void {
  const all = siblingsOf(desk, zone.axis);
  const others = all.filter(({ id }) => id !== zone.id);
  const at = all.findIndex(({ id }) => id === zone.id) + by;
  if (at < 0 || at >= all.length) return;
  setZone(desk, zone.id, { after: others[at - 1]?.id ?? null }, "accepts");
  desk.tell(desk.say("note.moved", { zone: inWords(desk, zone.title), index: at + 1, count: all.length }));
}

/** Its notes are not placed any more; one press brings all back. */
export function remove(desk: Desk, zone: Zone): void {
  const said = desk.say("zone.removed", { zone: inWords(desk, zone.title) });
  removeZone(desk, zone.id);
  offerUndo(desk, said);
  desk.tell(said);
}
