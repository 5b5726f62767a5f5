/** Two fingers enlarge the board around the point between them; one finger scrolls it as any page. */

import type { Desk } from "../../parts/desk";
import { setZoom } from "./zoom";

/** Listens to the stage; returns how to stop. */
export function pinchTo(desk: Desk, stage: HTMLElement): () => void {
  let from: { readonly apart: number; readonly zoom: number } | null = null;
  const start = ({ touches }: TouchEvent) => {
    from = touches.length === 2 ? { apart: apart(touches), zoom: desk.zoom.peek() } : null;
  };
  const move = (event: TouchEvent) => {
    const { touches } = event;
    if (from === null || touches.length !== 2) return;
    event.preventDefault();
    setZoom(desk, (from.zoom * apart(touches)) / from.apart, between(touches));
  };
  stage.addEventListener("touchstart", start, { passive: true });
  stage.addEventListener("touchend", start, { passive: true });
  // Not passive: it is the board that grows, not the page.
  stage.addEventListener("touchmove", move, { passive: false });
  return () => {
    stage.removeEventListener("touchstart", start);
    stage.removeEventListener("touchend", start);
    stage.removeEventListener("touchmove", move);
  };
}

function apart([one, other]: TouchList): number {
  return one && other ? Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1 : 1;
}

function between([one, other]: TouchList): { readonly x: number; readonly y: number } {
  return {
    x: ((one?.clientX ?? 0) + (other?.clientX ?? 0)) / 2,
    y: ((one?.clientY ?? 0) + (other?.clientY ?? 0)) / 2,
  };
}
