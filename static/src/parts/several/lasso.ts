/**
 * Choosing notes by drawing around them with a mouse.
 *
 * Dragging empty ground pans, on every kind of map. With Shift, or while several are being chosen, it draws instead.
 */

import type { Desk } from "../desk";

/** What is not ground. */
const THINGS = ".note, form, button, a, input, select, textarea, summary, label";
const SLACK_PIXELS = 4;

/** False: this pointer draws nothing. */
export function lasso(event: PointerEvent, desk: Desk): boolean {
  const stage = (event.target as Element).closest<HTMLElement>(".stage");
  const draws = event.shiftKey || desk.several.peek();
  if (!stage || !draws || event.pointerType === "touch" || event.button !== 0) return false;
  if ((event.target as Element).closest(THINGS)) return false;
  event.preventDefault();
  draw(event, desk, stage);
  return true;
}

function draw(from: PointerEvent, desk: Desk, stage: HTMLElement): void {
  const before = desk.inHand.peek();
  const frame = document.createElement("div");
  frame.className = "lasso";
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (!frame.isConnected && Math.hypot(clientX - from.clientX, clientY - from.clientY) < SLACK_PIXELS) return;
    document.body.append(frame);
    const box = between(from, clientX, clientY);
    Object.assign(frame.style, {
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${box.right - box.left}px`,
      height: `${box.bottom - box.top}px`,
    });
    const inside = notesIn(stage, box);
    const next = new Set([...before, ...inside]);
    if (next.size !== desk.inHand.peek().size) desk.inHand.value = next;
  };
  const stop = () => {
    frame.remove();
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", stop);
    window.removeEventListener("pointercancel", stop);
    const count = desk.inHand.peek().size;
    if (count > 0) desk.tell(desk.say("tool.inhand", { count }));
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", stop);
  window.addEventListener("pointercancel", stop);
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function between({ clientX, clientY }: PointerEvent, x: number, y: number): Box {
  return {
    left: Math.min(clientX, x),
    top: Math.min(clientY, y),
    right: Math.max(clientX, x),
    bottom: Math.max(clientY, y),
  };
}

/** All that it touches. */
function notesIn(stage: HTMLElement, box: Box): readonly string[] {
  return [...stage.querySelectorAll<HTMLElement>("[data-note]")]
    .filter((face) => {
      const { left, top, right, bottom } = face.getBoundingClientRect();
      return left < box.right && right > box.left && top < box.bottom && bottom > box.top;
    })
    .flatMap((face) => face.dataset.note ?? []);
}
