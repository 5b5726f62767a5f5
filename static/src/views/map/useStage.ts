import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

import { useDesk } from "../../parts/desk";
import { isRemembered } from "../../parts/remembered";
import { keepScroll } from "../../parts/useKeptScroll";
import { panWithSpace } from "./pan";
import { pinchTo } from "./pinch";
import { fitDown, onZoomWheel } from "./zoom";

const NEARLY = 1.25;

function toMiddle(stage: HTMLElement): void {
  const rings = stage.querySelector(".rings")?.getBoundingClientRect();
  const box = stage.getBoundingClientRect();
  if (!rings) return;
  const isNearlySeen = rings.height < box.height * NEARLY;
  stage.scrollBy(
    rings.left + rings.width / 2 - box.left - box.width / 2,
    // The outermost ring says at its top what it is.
    isNearlySeen ? 0 : rings.top - box.top + rings.height / 2 - box.height / 2,
  );
}

/** Begins where this person left the board, remembers where they go, and lets wheel and fingers enlarge it. */
export function useStage(stage: RefObject<HTMLElement | null>): void {
  const desk = useDesk();
  const { boot, store } = desk;
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const { x, y, stop } = keepScroll(element, `${boot.document}/place`);
    // A picture that is wider than the screen is seen whole at first; lanes and columns are read at their own size.
    const isPicture = ["rings", "plane", "network", "free"].includes(boot.method.layout);
    if (isPicture && !isRemembered(`${boot.document}/zoom`)) requestAnimationFrame(() => fitDown(desk));
    // What does not fit is looked at from its middle, where what matters most lies.
    if (boot.method.layout === "rings" && x === 0 && y === 0) {
      requestAnimationFrame(() => requestAnimationFrame(() => toMiddle(element)));
    }
    const wheel = (event: WheelEvent) => onZoomWheel(event, desk, element);
    const unpinch = pinchTo(desk, element);
    const unspace = isPicture ? panWithSpace(element) : undefined;
    // Not passive: Ctrl and the wheel enlarge the board, not the page.
    element.addEventListener("wheel", wheel, { passive: false });
    return () => {
      stop();
      unpinch();
      unspace?.();
      element.removeEventListener("wheel", wheel);
    };
  }, [store.ready.value]);
}
