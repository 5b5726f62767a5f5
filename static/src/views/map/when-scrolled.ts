/** To watch thousands that lie about costs every frame; where each lies is known, so it is looked who is near instead. */

import type { Looking } from "../../parts/useCrowd";

/** After the last scrolling, so that it stays smooth; but so often, too, where no more goes by meanwhile than one can read. */
const SCROLLED_MS = 120;
const LOOKED_EACH_MS = 500;
const READ_PIXELS = 400;
/** Between a few and the next few. */
const NEXT_MS = 30;

export function whenScrolled(stage: Element, look: () => void): Looking {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from = { left: 0, top: 0, at: 0 };
  const lookIn = (pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      look();
    }, pause);
  };
  const scrolled = () => {
    const here = { left: stage.scrollLeft, top: stage.scrollTop, at: performance.now() };
    if (timer === undefined) from = here;
    const isLong = here.at - from.at >= LOOKED_EACH_MS;
    if (isLong && Math.hypot(here.left - from.left, here.top - from.top) < READ_PIXELS) return;
    if (isLong) from = here;
    lookIn(SCROLLED_MS);
  };
  stage.addEventListener("scroll", scrolled, { passive: true });
  return {
    soon: () => {
      if (timer === undefined) lookIn(NEXT_MS);
    },
    stop: () => {
      clearTimeout(timer);
      stage.removeEventListener("scroll", scrolled);
    },
  };
}
