import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";

import type { Link } from "../../../board/items";
import type { Desk } from "../../../parts/desk";
import { LaidNotes } from "../laid";
import type { Laid } from "../laid";
import { Calm } from "./calm";
import { drawn } from "./draw";
import type { Drawn, Wording } from "./draw";
import { KeptArrows } from "./kept";
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
/** Of more, at first those that begin so far outside what is in sight; and others once it comes so near to where they end. */
const BEFORE_SIGHT = 480;
const LEAST_BEFORE = 120;
/** So many are all drawn while nobody does anything, some at a time, and stay; of more, those near what is in sight alone. */
const MANY = 1_000;
const SOME = 25;

interface Wished extends Wording {
  readonly links: readonly Link[];
}

type Known = Wished & { readonly laid: Laid };

/**
 * The arrows in sight, as they are to be drawn; and the others too, once there is time, so that scrolling draws none.
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
    const unwatch = work.calm.watch();
    stage?.addEventListener("scroll", look, { passive: true });
    return () => {
      watch.disconnect();
      unwatch();
      stage?.removeEventListener("scroll", look);
      work.stop();
    };
  }, []);
  return arrows;
}

class Work {
  readonly calm = new Calm();
  readonly #router = new Router();
  readonly #desk: Desk;
  readonly #svg: RefObject<SVGSVGElement | null>;
  readonly #wished: () => Known;
  readonly #show: (arrows: readonly Drawn[]) => void;
  #notes: ReadonlyMap<string, Rect> = new Map();
  #soon: ReturnType<typeof setTimeout> | undefined;
  #callOff = () => {};
  #later: ReturnType<typeof setTimeout> | undefined;
  readonly #kept: KeptArrows;
  #links: readonly Link[] = [];
  /** What of the sheet was looked at last. */
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
    this.#kept = new KeptArrows(this.#router, (link) => wished().words(link));
  }

  /** Something may have moved. */
  measure(): void {
    const svg = this.#svg.current;
    if (!svg) return;
    const { links, laid } = this.#wished();
    let isStill = isSame(links, this.#links);
    this.#links = links;
    if (links.length > 0) {
      const { notes, headings, walls } = lyingOn(svg, this.#desk.zoom.peek(), laid);
      isStill = !this.#router.lay(notes, headings, walls) && isStill;
      this.#notes = notes;
    }
    const near = this.#inSight(svg);
    if (!isStill || !this.#kept.hasAll(near)) this.#look(near);
  }

  /** Others may have come into sight. After the frame that is being scrolled: they are drawn before they are seen. */
  lookSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      const svg = this.#svg.current;
      if (!svg) return;
      const sight = sightOf(svg, this.#desk.zoom.peek());
      if (this.#looked && holds(this.#looked, around(sight, sight, LEAST_BEFORE))) return;
      const near = this.#inSight(svg);
      if (!this.#kept.hasAll(near)) this.#look(near);
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
    if (this.#links.length === 0) {
      this.#show(NONE);
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
    this.#callOff = this.calm.when(() => {
      const began = performance.now();
      const isKnown = this.#router.find(this.#links, () => performance.now() - began > AT_A_TIME_MS);
      if (!isKnown) this.#prepare();
      else if (this.#links.length <= MANY) this.#drawAll();
    });
  }

  /** If some are not drawn yet: all of them beside each other. */
  #drawAll(): void {
    const links = this.#links.filter((link) => this.#router.known(link));
    if (!this.#kept.hasAll(links)) this.#showMore(drawn(this.#router, links, this.#wished()));
  }

  #showMore(arrows: readonly Drawn[]): void {
    if (arrows.length === 0) return;
    this.#keep(arrows.slice(0, SOME), this.#links);
    this.#callOff = this.calm.when(() => this.#showMore(arrows.slice(SOME)));
  }

  #draw(links: readonly Link[]): void {
    this.#keep(drawn(this.#router, links, this.#wished()), this.#links.length > MANY ? links : this.#links);
  }

  #keep(arrows: readonly Drawn[], among: readonly Link[]): void {
    this.#show(this.#kept.add(arrows, among));
  }

  #inSight(svg: SVGSVGElement): readonly Link[] {
    const links = this.#links;
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
