/** What others changed between two moments, one sentence a zone. */

import type { Note } from "../board/items";
import type { Area, Arrangement } from "../board/place";
import type { Key } from "../words";
import type { Desk } from "./desk";
import { nameOf } from "./wording";

interface Counts {
  added: number;
  changed: number;
  moved: number;
  removed: number;
}

/** `mine`: notes that I touched meanwhile; what I did myself is never told to me. */
export function newsBetween(
  desk: Desk,
  before: Arrangement,
  after: Arrangement,
  mine: ReadonlySet<string>,
): readonly string[] {
  if (before === after) return [];
  const [was, is] = [noted(before), noted(after)];
  const zones = new Map<string, Counts>();
  const count = (area: Area, what: keyof Counts) => {
    const counts = zones.get(area.id) ?? { added: 0, changed: 0, moved: 0, removed: 0 };
    counts[what] += 1;
    zones.set(area.id, counts);
  };
  for (const [id, { note, area }] of is) {
    const earlier = was.get(id);
    if (mine.has(id)) continue;
    if (!earlier) count(area, "added");
    else if (earlier.area.id !== area.id) count(area, "moved");
    else if (earlier.note.text !== note.text) count(area, "changed");
  }
  for (const [id, { area }] of was) if (!is.has(id) && !mine.has(id)) count(area, "removed");
  return [...zones].map(([zone, counts]) => {
    const area = after.area(zone) ?? before.area(zone);
    return desk.say("news.zone", { zone: area ? nameOf(desk, area) : "", what: inWords(desk, counts) });
  });
}

function inWords(desk: Desk, counts: Counts): string {
  return (Object.keys(counts) as (keyof Counts)[])
    .filter((what) => counts[what] > 0)
    .map((what) => desk.say(`news.${what}` satisfies Key, { count: counts[what] }))
    .join(", ");
}

function noted(arrangement: Arrangement): ReadonlyMap<string, { readonly note: Note; readonly area: Area }> {
  return new Map(arrangement.areas.flatMap((area) => area.notes.map((note) => [note.id, { note, area }] as const)));
}
