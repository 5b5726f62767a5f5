/** Items put in their places: the one structure that Board and List both draw, so that they cannot disagree. */

import { isCluster, isNote, isZone, UNPLACED } from "./items";
import type { Cluster, Items, Language, Note, Sort, Zone } from "./items";
import type { Layout, Method } from "./method";
import { byOrder } from "./order";
import { endOf, quarters } from "./scale";
import type { Quarter } from "./scale";
import { title } from "./title";

export { manyMoveOps, moveOps, placeAt, places, placesAt, spotOf } from "./moves";
export type { Choice, Spot } from "./moves";
export { between, byOrder, keyBetween } from "./order";
export { atScale, endOf, onPlane, quarters, scaleOf } from "./scale";
export type { End, Quarter } from "./scale";

/** A zone that holds notes: a cell, a ring, a plane, a column, or *Not placed*. */
export interface Area {
  readonly id: string;
  readonly zone: Zone;
  /** In the reader's language; a cell's is *phase · lane*. */
  readonly title: string;
  readonly hint: string;
  readonly sort: Sort;
  readonly accepts: readonly string[];
  /** By (order, id). */
  readonly notes: readonly Note[];
  /** Of a plane whose axes have names; else none. */
  readonly quarters: readonly Quartered[];
  /** Of a cell. */
  readonly phase?: string;
  readonly lane?: string;
}

export interface Quartered extends Quarter {
  readonly notes: readonly Note[];
}

/** A phase or a lane, with its cells in the order of the other axis. */
export interface Strip {
  readonly id: string;
  readonly zone: Zone;
  readonly title: string;
  readonly hint: string;
  readonly cells: readonly Area[];
  /** How many notes its cells hold. */
  readonly count: number;
}

export interface Arrangement {
  readonly layout: Layout;
  readonly language: Language;
  readonly phases: readonly Strip[];
  readonly lanes: readonly Strip[];
  /** By zone id. */
  readonly cells: ReadonlyMap<string, Area>;
  /** The zones that are no cells, in order: rings, planes, columns. */
  readonly zones: readonly Area[];
  readonly unplaced: Area;
  /** All that can hold notes, in reading order: cells phase by phase, other zones, *Not placed* last. */
  readonly areas: readonly Area[];
  cell(phase: string, lane: string): Area | undefined;
  area(zone: string): Area | undefined;
  /** Where a note is shown; a note whose zone is not shown is in *Not placed*. */
  areaOf(note: Note): Area;
  notesIn(zone: string): readonly Note[];
  clusterOf(note: string): Cluster | undefined;
  /** By note. */
  readonly clusters: ReadonlyMap<string, Cluster>;
  strip(zone: string): Strip | undefined;
}

/**
 * Put the items of a board in their places. `items`: the closed view, as the store shows it.
 *
 * `before`: what is as it was there stays the same object, so that only what has changed is drawn anew.
 */
export function arrange(
  items: Items,
  method: Pick<Method, "layout">,
  language: Language,
  before?: Arrangement,
): Arrangement {
  const zones = [...items.values()].filter(isZone).toSorted(byOrder);
  const phases = zones.filter(({ axis }) => axis === "phase");
  const lanes = zones.filter(({ axis }) => axis === "lane");
  const homes = new Set(zones.filter(holdsNotes).map(({ id }) => id));
  const notes = notesByZone(items, homes, before);
  const named = new Map(zones.map((zone) => [zone.id, title(zone.title, language)]));

  const make = (zone: Zone): Area =>
    sameArea(before?.area(zone.id), areaFor(zone, notes.get(zone.id) ?? [], named, language));
  const crossing = new Map(zones.filter(isCell).map((zone) => [`${zone.phase} ${zone.lane}`, make(zone)]));
  const cell = (phase: string, lane: string) => crossing.get(`${phase} ${lane}`);
  const strip = (zone: Zone, cells: readonly (Area | undefined)[]): Strip =>
    sameStrip(before?.strip(zone.id), stripFor(zone, cells, language));
  const plain = zones.filter((zone) => holdsNotes(zone) && !isCell(zone) && zone.id !== UNPLACED).map(make);
  const unplaced = make(unplacedIn(items));

  const byPhase = phases.map((phase) =>
    strip(
      phase,
      lanes.map((lane) => cell(phase.id, lane.id)),
    ),
  );
  const byLane = lanes.map((lane) =>
    strip(
      lane,
      phases.map((phase) => cell(phase.id, lane.id)),
    ),
  );
  const areas = [...byPhase.flatMap(({ cells }) => cells), ...plain, unplaced];
  const known = new Map(areas.map((area) => [area.id, area]));
  const clusters = clusterByNote(items);

  const strips = new Map([...byPhase, ...byLane].map((each) => [each.id, each]));
  const now: Arrangement = {
    layout: method.layout,
    language,
    clusters,
    strip: (zone) => strips.get(zone),
    phases: byPhase,
    lanes: byLane,
    cells: new Map([...crossing.values()].map((area) => [area.id, area])),
    zones: plain,
    unplaced,
    areas,
    cell,
    area: (zone) => known.get(zone),
    areaOf: (note) => known.get(note.zone) ?? unplaced,
    notesIn: (zone) => known.get(zone)?.notes ?? [],
    clusterOf: (note) => clusters.get(note),
  };
  return before !== undefined && isAsBefore(before, now) ? before : now;
}

function isAsBefore(before: Arrangement, now: Arrangement): boolean {
  const { areas, phases, lanes, clusters } = before;
  return (
    isSameList(areas, now.areas) &&
    isSameList(phases, now.phases) &&
    isSameList(lanes, now.lanes) &&
    isSameList([...clusters.values()], [...now.clusters.values()])
  );
}

export function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

function sameArea(before: Area | undefined, now: Area): Area {
  const isSame =
    before?.zone === now.zone &&
    before.title === now.title &&
    before.hint === now.hint &&
    isSameList(before.notes, now.notes);
  return isSame ? before : now;
}

function sameStrip(before: Strip | undefined, now: Strip): Strip {
  const isSame =
    before?.zone === now.zone &&
    before.title === now.title &&
    before.hint === now.hint &&
    isSameList(before.cells, now.cells);
  return isSame ? before : now;
}

function isCell(zone: Zone): boolean {
  return zone.phase !== undefined && zone.lane !== undefined;
}

function holdsNotes(zone: Zone): boolean {
  return zone.axis === undefined;
}

/** Each list sorted; whatever lies in a zone that is not shown is listed as not placed. */
function notesByZone(
  items: Items,
  homes: ReadonlySet<string>,
  before: Arrangement | undefined,
): ReadonlyMap<string, readonly Note[]> {
  const lists = new Map<string, Note[]>();
  for (const item of items.values()) {
    if (!isNote(item)) continue;
    const home = homes.has(item.zone) ? item.zone : UNPLACED;
    const list = lists.get(home);
    if (list) list.push(item);
    else lists.set(home, [item]);
  }
  return new Map([...lists].map(([home, list]) => [home, inOrder(list, before?.notesIn(home))]));
}

/** Of a sorted list, the list that it was sorted from: most zones are as they were, and need no sorting. */
const unsorted = new WeakMap<readonly Note[], readonly Note[]>();

function inOrder(list: readonly Note[], before: readonly Note[] | undefined): readonly Note[] {
  const was = before && unsorted.get(before);
  if (before && was && isSameList(was, list)) return before;
  const sorted = list.toSorted(byOrder);
  unsorted.set(sorted, list);
  return sorted;
}

function areaFor(zone: Zone, notes: readonly Note[], named: ReadonlyMap<string, string>, language: Language): Area {
  const crossed = [zone.phase, zone.lane].flatMap((id) => (id === undefined ? [] : (named.get(id) ?? [])));
  const area = {
    id: zone.id,
    zone,
    // From the names as they are now: a phase may have been renamed since the cell was made.
    title: crossed.length > 0 ? crossed.join(" · ") : title(zone.title, language),
    hint: title(zone.hint, language),
    sort: zone.sort,
    accepts: zone.accepts,
    notes,
    quarters: zone.sort === "plane" ? quartered(zone, notes, language) : [],
  };
  return zone.phase === undefined || zone.lane === undefined ? area : { ...area, phase: zone.phase, lane: zone.lane };
}

function quartered(zone: Zone, notes: readonly Note[], language: Language): readonly Quartered[] {
  const lying = ({ x, y }: Quarter) => notes.filter((note) => endOf(note.x ?? 0) === x && endOf(note.y ?? 0) === y);
  return quarters(zone, language).map((quarter) => Object.assign({ notes: lying(quarter) }, quarter));
}

function stripFor(zone: Zone, crossing: readonly (Area | undefined)[], language: Language): Strip {
  const cells = crossing.filter((area) => area !== undefined);
  return {
    id: zone.id,
    zone,
    title: title(zone.title, language),
    hint: title(zone.hint, language),
    cells,
    count: cells.reduce((sum, { notes }) => sum + notes.length, 0),
  };
}

function clusterByNote(items: Items): ReadonlyMap<string, Cluster> {
  const clusters = [...items.values()].filter(isCluster);
  return new Map(clusters.flatMap((cluster) => cluster.notes.map((note) => [note, cluster] as const)));
}

/** *Not placed* is in every map; before the first state has come there is an empty one. */
function unplacedIn(items: Items): Zone {
  const found = items.get(UNPLACED);
  return isZone(found) ? found : { id: UNPLACED, title: "", sort: "flow", accepts: [] };
}
