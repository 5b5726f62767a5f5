import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

import { useDesk } from "../desk";
import { pointIn } from "./share";
import { areShown } from "./shown";

const LOOKS_EVERY_MS = 100;
const STILL_MS = 8000;

/** Tells where my mouse points on the board, as long as it moves there; never a finger, and not on a phone. */
export function useOwnPointer(stage: RefObject<HTMLElement | null>): void {
  const desk = useDesk();
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    let looking: ReturnType<typeof setTimeout> | undefined;
    let resting: ReturnType<typeof setTimeout> | undefined;
    let last: PointerEvent | null = null;
    const leave = () => {
      last = null;
      clearTimeout(resting);
      desk.point(null);
    };
    const look = () => {
      looking = undefined;
      if (!last) return;
      const zone = (last.target as Element).closest<Element>("[data-zone]");
      const id = zone?.getAttribute("data-zone");
      desk.point(zone && id ? pointIn(id, zone.getBoundingClientRect(), last.clientX, last.clientY) : null);
    };
    const move = (event: PointerEvent) => {
      if (event.pointerType !== "mouse" || !areShown(desk)) return;
      last = event;
      looking ??= setTimeout(look, LOOKS_EVERY_MS);
      clearTimeout(resting);
      resting = setTimeout(leave, STILL_MS);
    };
    element.addEventListener("pointermove", move, { passive: true });
    element.addEventListener("pointerleave", leave);
    return () => {
      clearTimeout(looking);
      leave();
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerleave", leave);
    };
  }, []);
}
