/** From links and the ways between their notes to what is drawn: lines beside each other, and words where there is room. */

import type { Link } from "../../../board/items";
import { Labels } from "./labels";
import type { Label } from "./labels";
import { beside } from "./lanes";
import { asideOf, distance, pathOf, towards } from "./line";
import { inOrder } from "./router";
import type { Router } from "./router";
import { boundsOf } from "./shapes";
import type { Point, Route } from "./shapes";
import type { Way } from "./way";

/** Between arrows of the same two notes. */
const APART = 7;
const HEAD = { length: 9, half: 4.5 };

export interface Drawn {
  readonly link: Link;
  /** SVG path data, as all that follows. */
  readonly line: string;
  readonly head: string;
  /** Midway on its longest piece, where a broken one is cut. */
  readonly middle: Point;
  readonly words: string;
  readonly label: Label | null;
}

export interface Wording {
  /** What is written on an arrow. */
  words(link: Link): string;
  /** Its words may cover other lines. Such links come first. */
  isFirst(link: Link): boolean;
}

export function drawn(router: Router, links: readonly Link[], { words, isFirst }: Wording): readonly Drawn[] {
  const pairs = pairsOf(router, links);
  const routes = beside(
    router.ground,
    pairs.map(({ key, from, to, way, links: own }) => {
      const alike = own.map(({ state }) => state ?? "").join(" ");
      const [leaving, coming] = key.split(" ").map((note) => `${note} ${alike}`) as [string, string];
      return { key, route: way.route, from, to, width: way.isAround ? own.length : 1, leaving, coming };
    }),
  );
  const lines = new Map<string, Route>();
  for (const [i, { key, links: own }] of pairs.entries()) {
    const route = routes[i] ?? [];
    for (const [place, link] of own.entries()) {
      const aside = asideOf(route, (place - (own.length - 1) / 2) * APART);
      lines.set(link.id, key.startsWith(`${link.from} `) ? aside : aside.toReversed());
    }
  }
  const labels = new Labels(router.ground, lines);
  return links.flatMap((link) => {
    const route = lines.get(link.id);
    if (!route) return [];
    const said = words(link);
    const label = said === "" ? null : labels.place(said, link.id, isFirst(link));
    return [{ link, line: pathOf(short(route)), head: headOf(route), middle: middleOf(route), words: said, label }];
  });
}

interface Pair {
  readonly key: string;
  readonly way: Way;
  readonly from: ReturnType<typeof boundsOf>;
  readonly to: ReturnType<typeof boundsOf>;
  readonly links: Link[];
}

/** Several links of the same two notes, there and back, are one bundle. */
function pairsOf(router: Router, links: readonly Link[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const link of links) {
    const [from, to] = inOrder(link);
    const key = `${from} ${to}`;
    const there = pairs.get(key);
    if (there) there.links.push(link);
    else {
      const [way, a, b] = [router.known(link), router.ground.get(from), router.ground.get(to)];
      if (way && a && b) pairs.set(key, { key, way, from: a, to: b, links: [link] });
    }
  }
  const sorted = [...pairs.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  for (const { links: own } of sorted) own.sort((a, b) => (a.id < b.id ? -1 : 1));
  return sorted;
}

/** It ends within its head, so that the point stays sharp. */
function short(route: Route): Route {
  const [before, end] = [route.at(-2), route.at(-1)];
  if (!before || !end) return route;
  return [...route.slice(0, -1), towards(end, before, Math.min(HEAD.length - 2, distance(before, end) / 2))];
}

function headOf(route: Route): string {
  const [before, end] = [route.at(-2), route.at(-1)];
  if (!before || !end) return "";
  const back = towards(end, before, HEAD.length);
  const [dx, dy] = [(end.x - back.x) / HEAD.length, (end.y - back.y) / HEAD.length];
  const [one, other] = [
    at(back.x - dy * HEAD.half, back.y + dx * HEAD.half),
    at(back.x + dy * HEAD.half, back.y - dx * HEAD.half),
  ];
  return `M${one}L${at(end.x, end.y)}L${other}z`;
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function middleOf(route: Route): Point {
  let longest = { far: -1, middle: { x: 0, y: 0 } };
  for (const [i, to] of route.slice(1).entries()) {
    const from = route[i] as Point;
    const far = distance(from, to);
    if (far > longest.far + 0.5) longest = { far, middle: towards(from, to, far / 2) };
  }
  return longest.middle;
}
