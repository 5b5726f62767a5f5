import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";

import type { Link } from "../../../board/items";
import type { Desk } from "../../../parts/desk";
import { LaidNotes } from "../laid";
import type { Laid } from "../laid";
import { drawn } from "./draw";
import type { Drawn, Wording } from "./draw";
import { Router } from "./router";
import { around, boundsOf, meet } from "./shapes";
import type { Rect } from "./shapes";
import { lyingOn, sightOf } from "./where";

const NONE: readonly Drawn[] = [];
/** Of a frame, for ways that are not known; the rest is looked for between other work. */
const AT_ONCE_MS = 8;
const AT_A_TIME_MS = 10;
/** What has been found meanwhile is drawn so often. */
const DRAWN_EACH_MS = 120;
/** So few are all drawn wherever they are, so that scrolling changes nothing. */
const FEW = 150;

interface Wished extends Wording {
  readonly links: readonly Link[];
}

type Known = Wished & { readonly laid: Laid };

/**
 * The arrows in sight, as they are to be drawn.
 *
 * `causes`: what may move a note, or change what is shown. Where notes lie is measured once they are drawn, before the paint;
 * ways that are not found in a few milliseconds come a moment later, so that no key and no drag waits for them.
 */
export function useDrawn(svg: RefObject<SVGSVGElement | null>, desk: Desk, wished: Wished, causes: readonly unknown[]) {
  const [arrows, setArrows] = useState(NONE);
  const latest = useRef(wished);
  latest.current = wished;
  const laid = useContext(LaidNotes);
  const work = useMemo(() => new Work(desk, svg, () => ({ ...latest.current, laid: laid.peek() }), setArrows), []);
  useLayoutEffect(() => work.measure(), [...causes, laid.value]);
  useEffect(() => {
    const sheet = svg.current?.parentElement?.firstElementChild;
    const stage = svg.current?.closest(".stage");
    const watch = new ResizeObserver(() => work.measure());
    if (sheet) watch.observe(sheet);
    const look = () => work.lookSoon();
    stage?.addEventListener("scroll", look, { passive: true });
    return () => {
      watch.disconnect();
      stage?.removeEventListener("scroll", look);
      work.stop();
    };
  }, []);
  return arrows;
}

class Work {
  readonly #router = new Router();
  readonly #desk: Desk;
  readonly #svg: RefObject<SVGSVGElement | null>;
  readonly #wished: () => Known;
  readonly #show: (arrows: readonly Drawn[]) => void;
  #notes: ReadonlyMap<string, Rect> = new Map();
  #frame = 0;
  #later: ReturnType<typeof setTimeout> | undefined;
  #drawn: readonly Link[] = [];

  constructor(
    desk: Desk,
    svg: RefObject<SVGSVGElement | null>,
    wished: () => Known,
    show: (arrows: readonly Drawn[]) => void,
  ) {
    this.#desk = desk;
    this.#svg = svg;
    this.#wished = wished;
    this.#show = show;
  }

  /** Something may have moved. */
  measure(): void {
    const svg = this.#svg.current;
    if (!svg) return;
    const { links, laid } = this.#wished();
    if (links.length > 0) {
      const { notes, headings } = lyingOn(svg, this.#desk.zoom.peek(), laid);
      this.#router.lay(notes, headings);
      this.#notes = notes;
    }
    this.#look(this.#inSight(svg));
  }

  /** Other arrows have come into sight. */
  lookSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const svg = this.#svg.current;
      if (!svg) return;
      const links = this.#inSight(svg);
      if (!isSame(links, this.#drawn)) this.#look(links);
    });
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#later);
  }

  #look(links: readonly Link[]): void {
    clearTimeout(this.#later);
    const hadNone = this.#drawn.length === 0;
    this.#drawn = links;
    if (links.length === 0) {
      if (!hadNone) this.#show(NONE);
      return;
    }
    const began = performance.now();
    const isKnown = this.#router.find(links, () => performance.now() - began > AT_ONCE_MS);
    this.#draw(links);
    if (!isKnown) this.#goOn(links, began);
  }

  #goOn(links: readonly Link[], drawnAt: number): void {
    this.#later = setTimeout(() => {
      const began = performance.now();
      const isKnown = this.#router.find(links, () => performance.now() - began > AT_A_TIME_MS);
      const isDue = isKnown || began - drawnAt > DRAWN_EACH_MS;
      if (isDue) this.#draw(links);
      if (!isKnown) this.#goOn(links, isDue ? began : drawnAt);
    }, 0);
  }

  #draw(links: readonly Link[]): void {
    this.#show(drawn(this.#router, links, this.#wished()));
  }

  #inSight(svg: SVGSVGElement): readonly Link[] {
    const { links } = this.#wished();
    if (links.length === 0) return links;
    const sight = links.length > FEW ? sightOf(svg, this.#desk.zoom.peek()) : null;
    return links.filter(({ from, to }) => {
      const [a, b] = [this.#notes.get(from), this.#notes.get(to)];
      return a && b && (sight === null || meet(around(boundsOf(a), boundsOf(b)), sight));
    });
  }
}

function isSame(a: readonly Link[], b: readonly Link[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
