import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

import { remembered } from "./remembered";

const AT_REST_MS = 150;

/** Where this frame was scrolled to comes back with it. */
export function useKeptScroll(frame: RefObject<HTMLElement | null>, name: string): void {
  useLayoutEffect(() => (frame.current ? keepScroll(frame.current, name).stop : undefined), []);
}

interface KeptScroll {
  /** Where it begins, as this browser knows. */
  readonly x: number;
  readonly y: number;
  readonly stop: () => void;
}

/** Kept once the scrolling rests, since Safari does not say when it ends; and as the page is left before that. */
export function keepScroll(element: HTMLElement, name: string): KeptScroll {
  const place = remembered(name, { x: 0, y: 0 });
  const { x, y } = place.peek();
  element.scrollTo(x, y);
  let rest: ReturnType<typeof setTimeout> | undefined;
  let at = { x, y };
  const look = () => {
    at = { x: element.scrollLeft, y: element.scrollTop };
  };
  const keep = () => {
    clearTimeout(rest);
    place.value = at;
  };
  const scroll = () => {
    look();
    clearTimeout(rest);
    rest = setTimeout(keep, AT_REST_MS);
  };
  // The last scrolling may not have been told of yet.
  const leave = () => {
    look();
    keep();
  };
  element.addEventListener("scroll", scroll, { passive: true });
  window.addEventListener("pagehide", leave);
  const stop = () => {
    keep();
    element.removeEventListener("scroll", scroll);
    window.removeEventListener("pagehide", leave);
  };
  return { x, y, stop };
}
