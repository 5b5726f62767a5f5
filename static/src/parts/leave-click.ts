/** Letting go of what was dragged is not a click on what lies there. */
export function leaveClick(): void {
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, true), 60);
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
