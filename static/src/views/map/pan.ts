/** Dragging empty ground moves the sheet under the view; the scroll bars and the arrow keys do the same. */

const GROUND = "[data-note], .note, button, a, input, textarea, select, summary, label, .composer";

export function panBy(event: PointerEvent, stage: HTMLElement | null): void {
  const onGround = !(event.target as Element).closest(GROUND);
  if (!stage || event.pointerType === "touch" || event.button > 1 || !onGround) return;
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
