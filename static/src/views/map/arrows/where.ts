/** Where notes and headings lie on the sheet, as they are drawn, and which part of it is in sight. */

import type { Laid } from "../laid";
import type { Bounds, Rect } from "./shapes";

/** What lines rather do not cross. */
const HEADINGS = ".zone-head, .ring-head, .quarter-name, .add, .more";
/** These stay in view while the sheet scrolls, over the lines: where they begin, no line is to hide under them. */
const HEADS = ".phase-head";

/** Of a plane, around what it lays. */
const BORDER = 1;

export interface Lying {
  readonly notes: ReadonlyMap<string, Rect>;
  readonly headings: ReadonlyMap<string, Rect>;
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
    for (const [id, rect] of rects) {
      notes.set(id, { ...rect, left: from.left + BORDER + rect.left, top: from.top + BORDER + rect.top });
    }
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
  for (const head of sheet?.querySelectorAll(HEADS) ?? []) {
    const matrix = head.closest(".matrix");
    if (!matrix) continue;
    const { left, width, height } = rectOf(head);
    headings.set(`head ${Math.round(left)}`, { left, width, height, top: rectOf(matrix).top });
  }
  return { notes, headings };
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
