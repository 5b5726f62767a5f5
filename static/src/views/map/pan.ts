/** Dragging empty ground moves the sheet under the view, with Space any of it; scroll bars and arrow keys do the same. */

import { leaveClick } from "../../parts/leave-click";

const GROUND = "[data-note], .note, button, a, input, textarea, select, summary, label, .composer";

export function panBy(event: PointerEvent, stage: HTMLElement | null): void {
  const onGround = !(event.target as Element).closest(GROUND);
  if (stage && event.pointerType !== "touch" && event.button <= 1 && onGround) drag(event, stage);
}

/** While Space is held over a picture its notes are ground too. On a note or a button Space is theirs. Returns how to stop. */
export function panWithSpace(stage: HTMLElement): () => void {
  const hold = (event: KeyboardEvent) => {
    if (event.key !== " " || (event.target !== stage && event.target !== document.body)) return;
    event.preventDefault(); // which would scroll by a page
    stage.classList.add("pannable");
  };
  const release = (event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.key === " ") stage.classList.remove("pannable");
  };
  const press = (event: PointerEvent) => {
    if (!stage.classList.contains("pannable") || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    drag(event, stage);
    window.addEventListener("pointerup", leaveClick, { once: true });
  };
  window.addEventListener("keydown", hold);
  window.addEventListener("keyup", release);
  window.addEventListener("blur", release);
  stage.addEventListener("pointerdown", press, true);
  return () => {
    window.removeEventListener("keydown", hold);
    window.removeEventListener("keyup", release);
    window.removeEventListener("blur", release);
    stage.removeEventListener("pointerdown", press, true);
  };
}

function drag(event: PointerEvent, stage: HTMLElement): void {
  const from = { x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop };
  const move = (now: PointerEvent) => {
    if (Math.hypot(now.clientX - from.x, now.clientY - from.y) < 4) return;
    stage.classList.add("panning");
    stage.scrollTo(from.left - (now.clientX - from.x), from.top - (now.clientY - from.y));
  };
  const stop = () => {
    stage.classList.remove("panning");
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", stop);
    window.removeEventListener("pointercancel", stop);
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", stop);
  window.addEventListener("pointercancel", stop);
}
