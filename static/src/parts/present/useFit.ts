import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";

/** Largest first; the last is the least that can be read from across a room. */
const SIZES = [44, 38, 32, 28, 24];
/** Between columns, as the stylesheet has it. */
export const GAP_PIXELS = 20;

/**
 * Sets the text as large as all of it fits into the element at once; at its smallest it goes on over several pages.
 *
 * The element lays its content in columns that run on to the right. Returns how many pages that makes.
 */
export function useFit(frame: RefObject<HTMLElement | null>): number {
  const [pages, setPages] = useState(1);
  const [, draw] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    for (const size of SIZES) {
      element.style.fontSize = `${size}px`;
      if (element.scrollWidth <= element.clientWidth + 1 && element.scrollHeight <= element.clientHeight + 1) break;
    }
    setPages(Math.max(1, Math.ceil((element.scrollWidth - 1) / (element.clientWidth + GAP_PIXELS))));
  });
  useEffect(() => {
    const again = () => draw((count) => count + 1);
    window.addEventListener("resize", again);
    void document.fonts?.ready.then(again);
    return () => window.removeEventListener("resize", again);
  }, []);
  return pages;
}
