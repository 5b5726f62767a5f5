import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";

import type { Link } from "../../../board/items";
import type { Desk } from "../../../parts/desk";
import { whenIdle } from "../../../parts/when-idle";
import { LaidNotes } from "../laid";
import type { Laid } from "../laid";
import { drawn } from "./draw";
import type { Drawn, Wording } from "./draw";
import { Router } from "./router";
import { around, boundsOf, holds, meet } from "./shapes";
import type { Bounds, Rect } from "./shapes";
import { lyingOn, sightOf } from "./where";

const NONE: readonly Drawn[] = [];
const EVERYWHERE: Bounds = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
/** Of a frame, for ways that are not known; the rest is looked for between other work. */
const AT_ONCE_MS = 8;
const AT_A_TIME_MS = 10;
/** What has been found meanwhile is drawn so often. */
const DRAWN_EACH_MS = 120;
/** So few are all drawn wherever they are, so that scrolling changes nothing. */
const FEW = 150;
/** Of more, those that begin so far outside what is in sight; and others once it comes so near to where they end. */
const BEFORE_SIGHT = 480;
const LEAST_BEFORE = 120;

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
  #soon: ReturnType<typeof setTimeout> | undefined;
  #callOff = () => {};
  #later: ReturnType<typeof setTimeout> | undefined;
  #drawn: readonly Link[] = [];
  /** What of the sheet the drawn ones are in. */
  #looked: Bounds | null = null;

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
      const { notes, headings, walls } = lyingOn(svg, this.#desk.zoom.peek(), laid);
      this.#router.lay(notes, headings, walls);
      this.#notes = notes;
    }
    this.#look(this.#inSight(svg));
  }

  /** Others may have come into sight. After the frame that is being scrolled: they are drawn before they are seen. */
  lookSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      const svg = this.#svg.current;
      if (!svg) return;
      const sight = sightOf(svg, this.#desk.zoom.peek());
      if (this.#looked && holds(this.#looked, around(sight, sight, LEAST_BEFORE))) return;
      const links = this.#inSight(svg);
      if (!isSame(links, this.#drawn)) this.#look(links);
    }, 0);
  }

  stop(): void {
    clearTimeout(this.#soon);
    clearTimeout(this.#later);
    this.#callOff();
  }

  #look(links: readonly Link[]): void {
    clearTimeout(this.#later);
    this.#callOff();
    const hadNone = this.#drawn.length === 0;
    this.#drawn = links;
    if (links.length === 0) {
      if (!hadNone) this.#show(NONE);
      return;
    }
    const began = performance.now();
    const isKnown = this.#router.find(links, () => performance.now() - began > AT_ONCE_MS);
    this.#draw(links);
    if (isKnown) this.#prepare();
    else this.#goOn(links, began);
  }

  #goOn(links: readonly Link[], drawnAt: number): void {
    this.#later = setTimeout(() => {
      const began = performance.now();
      const isKnown = this.#router.find(links, () => performance.now() - began > AT_A_TIME_MS);
      const isDue = isKnown || began - drawnAt > DRAWN_EACH_MS;
      if (isDue) this.#draw(links);
      if (isKnown) this.#prepare();
      else this.#goOn(links, isDue ? began : drawnAt);
    }, 0);
  }

  /** The ways of those out of sight are looked for while nobody does anything, so that scrolling finds them known. */
  #prepare(): void {
    this.#callOff = whenIdle(() => {
      const began = performance.now();
      const isKnown = this.#router.find(this.#wished().links, () => performance.now() - began > AT_A_TIME_MS);
      if (!isKnown) this.#prepare();
    });
  }

  #draw(links: readonly Link[]): void {
    this.#show(drawn(this.#router, links, this.#wished()));
  }

  #inSight(svg: SVGSVGElement): readonly Link[] {
    const { links } = this.#wished();
    if (links.length === 0) return links;
    const sight = sightOf(svg, this.#desk.zoom.peek());
    const looked = links.length > FEW ? around(sight, sight, BEFORE_SIGHT) : EVERYWHERE;
    this.#looked = looked;
    return links.filter(({ from, to }) => {
      const [a, b] = [this.#notes.get(from), this.#notes.get(to)];
      return a && b && meet(around(boundsOf(a), boundsOf(b)), looked);
    });
  }
}

function isSame(a: readonly Link[], b: readonly Link[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
