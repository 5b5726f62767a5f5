/** Where a note may go, and what takes it there: the same answer for a drag, a menu and a key. */

import type { Note, Place } from "./items";
import type { Wish } from "./operations";
import { manyBetween } from "./order";
import type { Area, Arrangement } from "./place";
import { endOf, FARTHEST, onPlane } from "./scale";
import type { Quarter } from "./scale";

/** Where something is to be put. On a plane x and y count, elsewhere the index among the other notes (absent: last). */
export interface Spot {
  readonly zone: string;
  readonly index?: number;
  readonly x?: number;
  readonly y?: number;
  /** Of a ring, if somebody chose it: 0…3599. */
  readonly angle?: number;
}

/** One entry of *Move to…*: a zone, or a quarter of a plane. */
export interface Choice {
  readonly key: string;
  readonly title: string;
  /** The phase or the plane that it is listed under; null: none. */
  readonly group: string | null;
  readonly spot: Spot;
  /** How many notes are there already. */
  readonly count: number;
  /** The note in question is here now. */
  readonly current: boolean;
}

/** All places that take this kind of note, in reading order. `note`: marks where it is now. */
export function places(arrangement: Arrangement, kind: string, note?: Note): readonly Choice[] {
  const phases = new Map(arrangement.phases.map(({ id, title }) => [id, title]));
  const lanes = new Map(arrangement.lanes.map(({ id, title }) => [id, title]));
  const now = note && arrangement.areaOf(note).id;
  return arrangement.areas
    .filter(({ accepts }) => accepts.includes(kind))
    .flatMap((area) => {
      const here = area.id === now;
      if (area.quarters.length > 0) {
        return area.quarters.map((quarter) => quarterChoice(area, quarter, here && isIn(quarter, note)));
      }
      const group = (area.phase && phases.get(area.phase)) ?? null;
      const title = (group !== null && area.lane && lanes.get(area.lane)) || area.title;
      return [{ key: area.id, title, group, spot: { zone: area.id }, count: area.notes.length, current: here }];
    });
}

function quarterChoice(area: Area, quarter: Quarter & { notes: readonly Note[] }, current: boolean): Choice {
  const { key, title, at, notes } = quarter;
  return {
    key: `${area.id} ${key}`,
    title,
    group: area.title,
    spot: { zone: area.id, ...at },
    count: notes.length,
    current,
  };
}

function isIn({ x, y }: Quarter, note: Note | undefined): boolean {
  return note !== undefined && endOf(note.x ?? 0) === x && endOf(note.y ?? 0) === y;
}

/** Where the note is, as a spot: its index among the others of its zone, or its coordinates. */
export function spotOf(arrangement: Arrangement, note: Note): Spot {
  const area = arrangement.areaOf(note);
  if (area.sort === "plane") return { zone: area.id, x: onPlane(note.x ?? 0), y: onPlane(note.y ?? 0) };
  return { zone: area.id, index: area.notes.findIndex(({ id }) => id === note.id) };
}

/**
 * The place for a note that comes to a spot, and the moves of its neighbours that make room for it.
 *
 * Neighbours move only if two of them had been given the same order at once; see `between`.
 */
export function placeAt(
  arrangement: Arrangement,
  spot: Spot,
  note?: string,
): { readonly place: Place; readonly room: readonly Wish[] } {
  const { places: found, room } = placesAt(arrangement, spot, 1, note === undefined ? [] : [note]);
  const [place = { zone: spot.zone }] = found;
  return { place, room };
}

/** The same for several notes, one after the other; on a plane all at one point. `notes`: those that come, if they are there. */
export function placesAt(
  arrangement: Arrangement,
  spot: Spot,
  count: number,
  notes: readonly string[] = [],
): { readonly places: readonly Place[]; readonly room: readonly Wish[] } {
  const area = arrangement.area(spot.zone) ?? arrangement.unplaced;
  if (area.sort === "plane") {
    const middle = FARTHEST / 2;
    const point = { zone: area.id, x: onPlane(spot.x ?? middle), y: onPlane(spot.y ?? middle) };
    return { places: Array.from({ length: count }, () => point), room: [] };
  }
  const others = area.notes.filter(({ id }) => !notes.includes(id));
  const { orders, rekeyed } = manyBetween(others, spot.index ?? others.length, count);
  const keys = new Map(rekeyed.map((one) => [one.id, one.order]));
  const room = others.flatMap((other): readonly Wish[] => {
    const key = keys.get(other.id);
    const angle = other.angle === undefined ? {} : { angle: other.angle };
    return key === undefined ? [] : [{ type: "note.move", note: other.id, zone: area.id, order: key, ...angle }];
  });
  const angle =
    area.sort === "ring" && spot.angle !== undefined ? { angle: ((Math.round(spot.angle) % 3600) + 3600) % 3600 } : {};
  return { places: orders.map((order) => ({ zone: area.id, order, ...angle })), room };
}

/**
 * What moves a note to a spot, to be done as one act; nothing if it is there already.
 *
 * `spot.index` counts the notes of the zone without this one.
 */
export function moveOps(arrangement: Arrangement, note: Note, spot: Spot): readonly Wish[] {
  const now = spotOf(arrangement, note);
  const lies = note.zone === now.zone && now.zone === spot.zone;
  if (lies && now.index !== undefined && now.index === spot.index && spot.angle === undefined) return [];
  if (lies && now.x !== undefined && now.x === spot.x && now.y === spot.y) return [];
  const { place, room } = placeAt(arrangement, spot, note.id);
  return [...room, { type: "note.move", note: note.id, ...place }];
}

/**
 * The same for several notes, one after the other in the order given, as one act.
 *
 * `spot.index` counts the notes of the zone without these. Within a plane they keep how they lie to one another: the spot
 * is where the first of them comes.
 */
export function manyMoveOps(arrangement: Arrangement, notes: readonly Note[], spot: Spot): readonly Wish[] {
  const [first] = notes;
  if (first === undefined) return [];
  if (notes.length === 1) return moveOps(arrangement, first, spot);
  const area = arrangement.area(spot.zone) ?? arrangement.unplaced;
  if (area.sort === "plane") return notes.flatMap((note) => moveOps(arrangement, note, beside(note, first, spot)));
  const ids = notes.map(({ id }) => id);
  const { places: found, room } = placesAt(arrangement, spot, notes.length, ids);
  const moves = notes.flatMap((note, i): readonly Wish[] => {
    const place = found[i];
    return place ? [{ type: "note.move", note: note.id, ...place }] : [];
  });
  return [...room, ...moves];
}

function beside(note: Note, first: Note, spot: Spot): Spot {
  if (note.zone !== first.zone || first.x === undefined || first.y === undefined) return spot;
  const across = (note.x ?? 0) - first.x;
  const up = (note.y ?? 0) - first.y;
  return { ...spot, x: onPlane((spot.x ?? first.x) + across), y: onPlane((spot.y ?? first.y) + up) };
}
