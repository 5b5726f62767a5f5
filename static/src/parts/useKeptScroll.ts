import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

import { remembered } from "./remembered";

const AT_REST_MS = 150;

/** Where this frame was scrolled to comes back with it: kept once the scrolling rests, since Safari does not say when it ends. */
export function useKeptScroll(frame: RefObject<HTMLElement | null>, name: string): void {
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const place = remembered(name, { x: 0, y: 0 });
    element.scrollTo(place.peek().x, place.peek().y);
    let rest: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      place.value = { x: element.scrollLeft, y: element.scrollTop };
    };
    const scroll = () => {
      clearTimeout(rest);
      rest = setTimeout(keep, AT_REST_MS);
    };
    element.addEventListener("scroll", scroll, { passive: true });
    window.addEventListener("pagehide", keep);
    return () => {
      clearTimeout(rest);
      keep();
      element.removeEventListener("scroll", scroll);
      window.removeEventListener("pagehide", keep);
    };
  }, []);
}
