import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";

import type { Link } from "../../../board/items";
import type { Desk } from "../../../parts/desk";
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

interface Wished extends Wording {
  readonly links: readonly Link[];
}

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
  const work = useMemo(() => new Work(desk, svg, () => latest.current, setArrows), []);
  useLayoutEffect(() => work.measure(), causes);
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
  readonly #wished: () => Wished;
  readonly #show: (arrows: readonly Drawn[]) => void;
  #notes: ReadonlyMap<string, Rect> = new Map();
  #frame = 0;
  #later: ReturnType<typeof setTimeout> | undefined;
  #isEmpty = true;

  constructor(
    desk: Desk,
    svg: RefObject<SVGSVGElement | null>,
    wished: () => Wished,
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
    if (this.#wished().links.length > 0) {
      const { notes, headings } = lyingOn(svg, this.#desk.zoom.peek());
      this.#router.lay(notes, headings);
      this.#notes = notes;
    }
    this.#look(svg);
  }

  /** Other arrows have come into sight. */
  lookSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#svg.current && this.#look(this.#svg.current));
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#later);
  }

  #look(svg: SVGSVGElement): void {
    clearTimeout(this.#later);
    const links = this.#inSight(svg);
    if (links.length === 0) {
      if (!this.#isEmpty) this.#show(NONE);
      this.#isEmpty = true;
      return;
    }
    this.#isEmpty = false;
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
    const sight = sightOf(svg, this.#desk.zoom.peek());
    return links.filter(({ from, to }) => {
      const [a, b] = [this.#notes.get(from), this.#notes.get(to)];
      return a && b && meet(around(boundsOf(a), boundsOf(b)), sight);
    });
  }
}
