import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import type { Link } from "../../../board/items";
import { useDesk } from "../../../parts/desk";
import type { Desk } from "../../../parts/desk";
import { mayAdd } from "../../../parts/may";
import { inWords, isBroken, linkKindOf, sentenceOf, stateWords } from "../../../parts/wording";
import type { Drawn } from "./draw";
import { useDrawn } from "./useDrawn";

/**
 * Arrows between notes, around the others: of the notes in hand, and where something is broken; all of them on wish.
 *
 * They are a picture of the sentences in the List and in the list of arrows, so assistive technology is not told of them
 * twice. A line may be pressed to change it.
 */
export function Arrows() {
  const desk = useDesk();
  const { arrangement, zoom, dense, folded, over, inHand, whole, writing } = desk;
  const frame = useRef<SVGSVGElement>(null);
  const links = useComputed(() => shownOf(desk)).value;
  const isTracing = desk.tracing.value.size > 0;
  // What may move a note, and so an arrow's end; the notes themselves are drawn by now.
  // On a plane and a ring, room is made for a dragged note when it is let go.
  const slot = useComputed(() => (over.value?.index === undefined ? null : over.value)).value;
  const where = [arrangement.value, zoom.value, dense.value, folded.value, slot, whole.value, writing.value];
  const wished = {
    links,
    words: (link: Link) => wordsOn(desk, link),
    isFirst: (link: Link) => isOf(link, inHand.peek()),
  };
  const arrows = useDrawn(frame, desk, wished, [links, inHand.value, ...where]);
  usePressed(frame, desk);
  return (
    <svg class={isTracing ? "arrows tracing" : "arrows"} ref={frame} aria-hidden="true">
      {/* Those in hand lie over the others, and words over all lines. */}
      {arrows.toReversed().map(({ link, line, head, middle }) => (
        <Arrow
          key={link.id}
          link={link}
          line={line}
          head={head}
          cut={link.state === "broken" ? crossAt(middle) : undefined}
          look={lookOf(desk, link, inHand.value)}
        />
      ))}
      {arrows.map((arrow) => (
        <ArrowWords key={arrow.link.id} arrow={arrow} look={lookOf(desk, arrow.link, inHand.value)} />
      ))}
    </svg>
  );
}

/** Those of the notes in hand come first, then what is broken: they get their words before others. */
function shownOf({ links, arrows, inHand }: Desk): readonly Link[] {
  const rank = (link: Link) => (isOf(link, inHand.value) ? 0 : isBroken(link.state) ? 1 : 2);
  const shown = links.value.filter((link) => arrows.value || rank(link) < 2);
  return shown.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

function isOf({ from, to }: Link, notes: ReadonlySet<string>): boolean {
  return notes.has(from) || notes.has(to);
}

/** By how well it goes, and whether it is in hand. */
function lookOf({ boot }: Desk, link: Link, inHand: ReadonlySet<string>): string {
  const state = boot.method.link_states.some(({ key }) => key === link.state) ? link.state : "unsaid";
  return isOf(link, inHand) ? `arrow is-${state} traced` : `arrow is-${state}`;
}

interface ArrowProps extends Pick<Drawn, "link" | "line" | "head"> {
  /** Its cross, if it has one. */
  readonly cut: string | undefined;
  readonly look: string;
}

/** Takes what is drawn as plain texts: an arrow that goes its way as before is not drawn anew. */
function Arrow({ link, line, head, cut, look }: ArrowProps) {
  const desk = useDesk();
  const sentence = useComputed(() => sentenceOf(desk, link)).value;
  return (
    <g class={look} data-link={link.id}>
      <title>{[sentence, stateWords(desk, link.state), link.label].filter(Boolean).join(" · ")}</title>
      <path class="halo" d={line} />
      <path class="line" d={line} />
      <path class="head" d={head} />
      {cut && <path class="cut" d={cut} />}
      <path class="hit" d={line} />
    </g>
  );
}

function ArrowWords({ arrow, look }: { readonly arrow: Drawn; readonly look: string }) {
  const { words, label } = arrow;
  if (!label) return null;
  return (
    <g class={`${look} words`} transform={`translate(${label.x} ${label.y})${label.turned ? " rotate(-90)" : ""}`}>
      <rect x={-label.width / 2} y={-8.5} width={label.width} height={17} rx={5} />
      <text y={4}>{words}</text>
    </g>
  );
}

const CROSS = 4.5;

function crossAt({ x, y }: Drawn["middle"]): string {
  return `M${x - CROSS} ${y - CROSS}l${2 * CROSS} ${2 * CROSS}M${x - CROSS} ${y + CROSS}l${2 * CROSS} ${-2 * CROSS}`;
}

/** What it says, and how well that goes, unless it simply works; that is told where the arrow is in hand. */
function wordsOn(desk: Desk, link: Link): string {
  const kind = linkKindOf(desk, link.kind);
  const isSaid = link.state !== "works" || isOf(link, desk.inHand.peek());
  return [
    inWords(desk, kind?.sentence) || inWords(desk, kind?.title),
    link.label,
    isSaid && stateWords(desk, link.state),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** A line that is pressed is opened, as from the list of arrows. */
function usePressed(frame: { readonly current: SVGSVGElement | null }, desk: Desk): void {
  useEffect(() => {
    const svg = frame.current;
    const open = (event: MouseEvent) => {
      const link = (event.target as Element).closest<SVGElement>("[data-link]")?.dataset["link"];
      if (link !== undefined && mayAdd(desk)) desk.dialog.value = { name: "link", link };
    };
    svg?.addEventListener("click", open);
    return () => svg?.removeEventListener("click", open);
  }, []);
}
