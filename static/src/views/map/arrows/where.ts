/** Where notes and headings lie on the sheet, as they are drawn, and which part of it is in sight. */

import type { Laid } from "../laid";
import { boundsOf } from "./shapes";
import type { Bounds, Rect } from "./shapes";

/** What lines rather do not cross. */
const HEADINGS = ".zone-head, .ring-head, .quarter-name, .add, .more";
/** So far beyond the sheet there is room for a line. */
const MARGIN = 10;
/** As thick as a way around a note may be long. */
const WALL = 2000;

/** Of a plane, around what it lays. */
const BORDER = 1;

export interface Lying {
  readonly notes: ReadonlyMap<string, Rect>;
  readonly headings: ReadonlyMap<string, Rect>;
  /** Where no line goes: beyond the sheet, and where the heads lie that stay in view while it scrolls. */
  readonly walls: ReadonlyMap<string, Rect>;
}

export function lyingOn(svg: SVGSVGElement, zoom: number, laid: Laid): Lying {
  const sheet = svg.parentElement;
  const origin = svg.getBoundingClientRect();
  const rectOf = (element: Element): Rect => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [(left - origin.left) / zoom, (top - origin.top) / zoom];
    return { left: x, top: y, width: width / zoom, height: height / zoom };
  };
  const notes = new Map<string, Rect>();
  for (const [zone, rects] of laid) {
    const plane = sheet?.querySelector(`[data-plane][data-zone="${CSS.escape(zone)}"]`);
    const from = plane && rectOf(plane);
    if (!from) continue;
    for (const [id, rect] of rects) notes.set(id, onSheet(rect, from.left + BORDER, from.top + BORDER));
  }
  for (const face of sheet?.querySelectorAll<HTMLElement>("[data-note]") ?? []) {
    const id = face.dataset.note ?? "";
    if (!notes.has(id)) notes.set(id, rectOf(face.closest(".note") ?? face));
  }
  const headings = new Map<string, Rect>();
  for (const element of sheet?.querySelectorAll(HEADINGS) ?? []) {
    const rect = rectOf(element);
    if (rect.width > 0) headings.set(`${Math.round(rect.left)} ${Math.round(rect.top)}`, rect);
  }
  return { notes, headings, walls: sheet ? wallsOf(sheet, rectOf) : NO_WALLS };
}

const NO_WALLS: ReadonlyMap<string, Rect> = new Map();

function wallsOf(sheet: Element, rectOf: (element: Element) => Rect): ReadonlyMap<string, Rect> {
  const whole = boundsOf(rectOf(sheet));
  const [left, top] = [whole.left - MARGIN, whole.top - MARGIN];
  const [right, height] = [whole.right + MARGIN, whole.bottom - whole.top + 2 * MARGIN];
  const walls = new Map<string, Rect>([
    ["wall left", { left: left - WALL, top, width: WALL, height }],
    ["wall right", { left: right, top, width: WALL, height }],
    ["wall above", { left, top: top - WALL, width: right - left, height: WALL }],
  ]);
  const matrix = sheet.querySelector(".matrix");
  const corner = matrix?.querySelector(".corner");
  if (matrix && corner) {
    const [all, head] = [rectOf(matrix), rectOf(corner)];
    walls.set("wall heads", { ...all, height: head.height });
    walls.set("wall labels", { ...all, width: head.width });
  }
  return walls;
}

/** Of a place on a plane, the place on the sheet: the same object as long as the plane lies where it lay. */
const known = new WeakMap<Rect, Rect>();

function onSheet(rect: Rect, left: number, top: number): Rect {
  const before = known.get(rect);
  if (before?.left === left + rect.left && before.top === top + rect.top) return before;
  const lies = { ...rect, left: left + rect.left, top: top + rect.top };
  known.set(rect, lies);
  return lies;
}

/** What can be seen of the sheet. */
export function sightOf(svg: SVGSVGElement, zoom: number): Bounds {
  const origin = svg.getBoundingClientRect();
  const stage = svg.closest(".stage")?.getBoundingClientRect() ?? origin;
  return {
    left: (stage.left - origin.left) / zoom,
    top: (stage.top - origin.top) / zoom,
    right: (stage.right - origin.left) / zoom,
    bottom: (stage.bottom - origin.top) / zoom,
  };
}
