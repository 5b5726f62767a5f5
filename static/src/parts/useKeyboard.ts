import { useLayoutEffect } from "preact/hooks";

import { NARROW } from "./desk";

/** Less of a phone's page than this is in sight only while its keyboard is open. */
const LOW_PIXELS = 480;

/**
 * Marks the page while a phone's keyboard is open, and fits it into what remains in sight.
 *
 * Some browsers make the page lower, others lay the keyboard over it: only the visual viewport tells of both.
 */
export function useKeyboard(): void {
  useLayoutEffect(() => {
    const view = window.visualViewport;
    if (!view) return undefined;
    const { classList, style } = document.documentElement;
    const measure = () => {
      // While the page itself is enlarged the visible part says nothing of the keyboard.
      const open = matchMedia(NARROW).matches && view.scale < 1.05 && view.height < LOW_PIXELS;
      classList.toggle("keyboard", open);
      style.setProperty("--seen-height", `${view.height}px`);
      style.setProperty("--seen-top", `${view.offsetTop}px`);
    };
    measure();
    view.addEventListener("resize", measure);
    view.addEventListener("scroll", measure);
    return () => {
      view.removeEventListener("resize", measure);
      view.removeEventListener("scroll", measure);
      classList.remove("keyboard");
    };
  }, []);
}
