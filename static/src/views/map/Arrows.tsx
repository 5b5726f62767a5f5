import { useLayoutEffect, useRef, useState } from "preact/hooks";

import type { Link } from "../../board/items";
import { useDesk } from "../../parts/desk";
import type { Desk } from "../../parts/desk";
import { inWords, isBroken, linkKindOf, stateWords } from "../../parts/wording";
import { arrowBetween, roomFor } from "./arrow-path";
import type { Rect } from "./arrow-path";

interface Drawn {
  readonly link: Link;
  readonly path: string;
  readonly words: string;
  readonly label: { readonly x: number; readonly y: number } | null;
}

/**
 * Arrows between notes, from border to border: of the notes in hand, and where something is broken; all of them on wish.
 *
 * They are a picture of the sentences in the list of arrows, so assistive technology is not told of them twice.
 */
export function Arrows() {
  const desk = useDesk();
  const { links, arrows, inHand, arrangement, zoom, dense, folded, over } = desk;
  const shown = links.value.filter(
    ({ from, to, state }) => arrows.value || isBroken(state) || inHand.value.has(from) || inHand.value.has(to),
  );
  const frame = useRef<SVGSVGElement>(null);
  const [drawn, setDrawn] = useState(NONE);
  // What may move a note, and so an arrow's end.
  const causes = [shown.length, arrangement.value, zoom.value, dense.value, folded.value, inHand.value, over.value];
  useLayoutEffect(() => {
    const svg = frame.current;
    if (!svg) return undefined;
    const draw = () => setDrawn(drawing(desk, svg, shown));
    draw();
    const watch = new ResizeObserver(draw);
    if (svg.parentElement?.firstElementChild) watch.observe(svg.parentElement.firstElementChild);
    return () => watch.disconnect();
  }, causes);
  return (
    <svg class="arrows" ref={frame} aria-hidden="true">
      <defs>
        {["plain", "broken"].map((name) => (
          <marker
            key={name}
            id={`head-${name}`}
            class={name}
            viewBox="0 0 10 10"
            refX="8.5"
            refY="5"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path d="M1 1 9 5 1 9z" />
          </marker>
        ))}
      </defs>
      {drawn.map(({ link, path, words, label }) => {
        const broken = isBroken(link.state);
        return (
          <g key={link.id} class={broken ? "arrow broken" : "arrow"}>
            <path class="halo" d={path} />
            <path class="line" d={path} marker-end={`url(#head-${broken ? "broken" : "plain"})`} />
            {label && (
              <text x={label.x} y={label.y + 4}>
                {words}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function wordsOn(desk: Desk, link: Link): string {
  const kind = linkKindOf(desk, link.kind);
  const state = isBroken(link.state) ? stateWords(desk, link.state) : "";
  return [inWords(desk, kind?.sentence) || inWords(desk, kind?.title), link.label ?? "", state]
    .filter(Boolean)
    .join(" · ");
}

const NONE: readonly Drawn[] = [];

/** Each arrow whose two notes are drawn, in the sheet's own pixels. */
function drawing(desk: Desk, svg: SVGSVGElement, links: readonly Link[]): readonly Drawn[] {
  if (links.length === 0) return NONE;
  const origin = svg.getBoundingClientRect();
  const zoom = desk.zoom.peek();
  const boxes = new Map<string, Rect>();
  for (const face of svg.parentElement?.querySelectorAll<HTMLElement>("[data-note]") ?? []) {
    // Nothing is laid out inside the line of a note that rests.
    const box = (face.closest(".resting") ?? face.closest(".note") ?? face).getBoundingClientRect();
    const at = (length: number) => length / zoom;
    const rect = { left: at(box.left - origin.left), top: at(box.top - origin.top) };
    boxes.set(face.dataset.note ?? "", { ...rect, width: at(box.width), height: at(box.height) });
  }
  const notes = [...boxes.values()];
  return links.flatMap((link) => {
    const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
    if (!from || !to) return [];
    const { path, label } = arrowBetween(from, to);
    const words = wordsOn(desk, link);
    return [{ link, path, words, label: roomFor(words, label, notes) }];
  });
}
