/**
 * Arrows that run along the same way lie beside each other, as in a bundle of wires, and midway between the notes.
 *
 * Every piece of a line may be pushed aside as far as there is free ground; pieces of several lines that would lie on each
 * other get lanes, in the order in which they turn off, so that they cross as little as can be.
 */

import type { Ground } from "./ground";
import type { Bounds, Point, Route } from "./shapes";

const LANE = 7;
const CLEAR = 3;
/** So far a piece may go aside at most. */
const REACH = 40;
/** Ends stay away from a note's corners. */
const CORNER = 8;

export interface Strand {
  /** Its place in the order, where nothing else says it. */
  readonly key: string;
  readonly route: Route;
  readonly from: Bounds;
  readonly to: Bounds;
  /** How many lie beside each other on it. */
  readonly width: number;
  /** What it has in common with those that it may lie on near its beginning, and near its end. */
  readonly leaving: string;
  readonly coming: string;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Piece extends Stretch {
  readonly strand: number;
  /** From this corner to the next. */
  readonly index: number;
  at: number;
  readonly least: number;
  readonly most: number;
  /** Where the lines before and after it go: to the left or up, or to the right or down. */
  readonly turns: number;
  readonly width: number;
  readonly bundle: string;
}

/** The same routes, moved aside; straight lines that go behind notes stay as they are. */
export function beside(ground: Ground, strands: readonly Strand[]): readonly Route[] {
  const routes = strands.map(({ route }) => route.map(({ x, y }) => ({ x, y })));
  for (const isUpright of [true, false]) {
    const pieces = routes.flatMap((route, strand) => piecesOf(ground, route, strand, strands, isUpright));
    for (const group of groupsOf(pieces)) spread(group);
    for (const { strand, index, at } of pieces) {
      for (const corner of [routes[strand]?.[index], routes[strand]?.[index + 1]]) {
        if (corner && isUpright) corner.x = at;
        else if (corner) corner.y = at;
      }
    }
  }
  return routes;
}

function piecesOf(
  ground: Ground,
  route: readonly Point[],
  strand: number,
  strands: readonly Strand[],
  isUpright: boolean,
): Piece[] {
  const { from, to, width, leaving, coming } = strands[strand] as Strand;
  return route.slice(1).flatMap((b, index) => {
    const a = route[index] as Point;
    const isThis = isUpright ? Math.abs(a.x - b.x) < 0.01 : Math.abs(a.y - b.y) < 0.01;
    if (!isThis || (Math.abs(a.x - b.x) < 0.01 && Math.abs(a.y - b.y) < 0.01)) return [];
    const [at, p, q] = isUpright ? [a.x, a.y, b.y] : [a.y, a.x, b.x];
    const [start, end] = [Math.min(p, q), Math.max(p, q)];
    let { least, most } = roomAside(ground, at, start, end, isUpright);
    const isLast = index === route.length - 2;
    for (const note of [...(index === 0 ? [from] : []), ...(isLast ? [to] : [])]) {
      const [low, high] = isUpright ? [note.left, note.right] : [note.top, note.bottom];
      const corner = Math.min(CORNER, (high - low) / 3);
      [least, most] = [Math.max(least, low + corner), Math.min(most, high - corner)];
    }
    const isHeld = index === 0 || isLast;
    const near =
      least > most ? at : clamp(isHeld || most - least > 2 * REACH - 1 ? at : (least + most) / 2, least, most);
    const [before, after] = [route[index - 1], route[index + 2]];
    const turn = (corner: Point | undefined) => Math.sign(corner ? (isUpright ? corner.x : corner.y) - at : 0);
    const turns = turn(before) + turn(after);
    const bundle = index < (route.length - 1) / 2 ? leaving : coming;
    return [{ strand, index, at: near, start, end, least, most, turns, width, bundle }];
  });
}

/** How far it may go to either side before there is a note. */
function roomAside(ground: Ground, at: number, start: number, end: number, isUpright: boolean) {
  const [low, high] = [start + 1, end - 1];
  const strip = isUpright
    ? { left: at - REACH, right: at + REACH, top: low, bottom: Math.max(high, low + 0.1) }
    : { left: low, right: Math.max(high, low + 0.1), top: at - REACH, bottom: at + REACH };
  let [least, most] = [at - REACH, at + REACH];
  for (const { soft, left, right, top, bottom } of ground.touching(strip)) {
    if (soft) continue;
    const [before, after] = isUpright ? [right, left] : [bottom, top];
    if (before <= at + 0.01) least = Math.max(least, before + CLEAR);
    else if (after >= at - 0.01) most = Math.min(most, after - CLEAR);
  }
  return least > most ? { least: at, most: at } : { least, most };
}

/** Those that would lie on each other, or nearly. */
function groupsOf(pieces: readonly Piece[]): readonly Piece[][] {
  const sorted = pieces.toSorted((a, b) => a.at - b.at || a.start - b.start || a.strand - b.strand);
  const groups: Piece[][] = [];
  const taken = new Set<Piece>();
  for (const [i, first] of sorted.entries()) {
    if (taken.has(first)) continue;
    const group = [first];
    taken.add(first);
    let reach = first.at;
    for (let j = i + 1; j < sorted.length; j += 1) {
      const other = sorted[j] as Piece;
      if (other.at - reach >= LANE) break;
      if (taken.has(other) || !group.some((each) => overlaps(each, other))) continue;
      group.push(other);
      taken.add(other);
      reach = Math.max(reach, other.at);
    }
    groups.push(group);
  }
  return groups;
}

function overlaps(a: Stretch, b: Stretch): boolean {
  return a.start < b.end + 2 && b.start < a.end + 2;
}

/** What runs together to the same note, and goes as well, shares a lane: one line that parts where they part. */
interface Cable extends Stretch {
  readonly pieces: readonly Piece[];
  readonly turns: number;
  readonly at: number;
  readonly width: number;
  lane: number;
}

function cablesOf(group: readonly Piece[]): readonly Cable[] {
  const bundles = new Map<string, Piece[]>();
  for (const piece of group) {
    const key = piece.width > 1 ? `${piece.strand}` : piece.bundle;
    bundles.set(key, [...(bundles.get(key) ?? []), piece]);
  }
  return [...bundles.values()].map((pieces) => ({
    pieces,
    start: Math.min(...pieces.map(({ start }) => start)),
    end: Math.max(...pieces.map(({ end }) => end)),
    turns: pieces.reduce((sum, { turns }) => sum + turns, 0) / pieces.length,
    at: pieces.reduce((sum, { at }) => sum + at, 0) / pieces.length,
    width: Math.max(...pieces.map(({ width }) => width)),
    lane: 0,
  }));
}

function spread(group: readonly Piece[]): void {
  if (group.length === 1 && group[0]?.width === 1) return;
  const laid: Cable[] = [];
  for (const cable of cablesOf(group).toSorted((a, b) => a.turns - b.turns || a.at - b.at || a.start - b.start)) {
    const others = laid.filter((each) => overlaps(each, cable));
    cable.lane = Math.max(0, ...others.map(({ lane, width }) => lane + width));
    laid.push(cable);
  }
  const lanes = Math.max(...laid.map(({ lane, width }) => lane + width));
  const [least, most] = [Math.max(...group.map((each) => each.least)), Math.min(...group.map((each) => each.most))];
  const step = lanes > 1 ? Math.max(0, Math.min(LANE, (most - least) / (lanes - 1))) : 0;
  const middle = group.reduce((sum, { at }) => sum + at, 0) / group.length;
  const half = (step * (lanes - 1)) / 2;
  const centre = least + half > most - half ? (least + most) / 2 : clamp(middle, least + half, most - half);
  for (const { pieces, lane, width } of laid) {
    const own = centre + (lane + (width - 1) / 2 - (lanes - 1) / 2) * step;
    for (const piece of pieces) piece.at = piece.least > piece.most ? piece.at : clamp(own, piece.least, piece.most);
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
