/** Enlarging the sheet: 50 to 200 %, around the point that one looks at. */

import type { Desk } from "../../parts/desk";

export const LEAST = 0.5;
export const MOST = 2;
const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];
/** The text of a note is then 12 pixels. */
const READABLE = 0.9;
const WHEEL = 0.0016;

export function clamp(zoom: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.round(zoom * 100) / 100));
}

export function zoomBy(desk: Desk, direction: 1 | -1): void {
  const now = desk.zoom.peek();
  const next = direction > 0 ? STEPS.find((step) => step > now + 0.001) : STEPS.findLast((step) => step < now - 0.001);
  setZoom(desk, next ?? now);
}

/** Keeps the middle of the view where it is. */
export function setZoom(desk: Desk, zoom: number, at?: { readonly x: number; readonly y: number }): void {
  const stage = document.querySelector<HTMLElement>(".stage");
  const before = desk.zoom.peek();
  const after = clamp(zoom);
  if (after === before) return;
  const box = stage?.getBoundingClientRect();
  const point = { x: at && box ? at.x - box.left : (box?.width ?? 0) / 2, y: at && box ? at.y - box.top : 0 };
  const held = stage && {
    x: (stage.scrollLeft + point.x) / before,
    y: (stage.scrollTop + point.y) / before,
  };
  desk.zoom.value = after;
  desk.tell(desk.say("zoom.now", { percent: Math.round(after * 100) }));
  if (!stage || !held) return;
  requestAnimationFrame(() => stage.scrollTo(held.x * after - point.x, held.y * after - point.y));
}

/** As large as the whole sheet can be seen at once. */
export function fit(desk: Desk): void {
  const whole = wholeZoom(desk);
  if (whole === null) return;
  setZoom(desk, whole);
  requestAnimationFrame(() => document.querySelector(".stage")?.scrollTo(0, 0));
}

/** The same, but never larger than it is drawn now, nor so small that it cannot be read. */
export function fitDown(desk: Desk): void {
  const whole = wholeZoom(desk);
  if (whole !== null && whole < desk.zoom.peek()) desk.zoom.value = clamp(Math.max(READABLE, whole));
}

function wholeZoom(desk: Desk): number | null {
  const stage = document.querySelector<HTMLElement>(".stage");
  const sheet = stage?.querySelector<HTMLElement>(".sheet > :first-child");
  if (!stage || !sheet) return null;
  const box = sheet.getBoundingClientRect();
  const now = desk.zoom.peek();
  const room = { width: stage.clientWidth - 32, height: stage.clientHeight - 96 };
  return Math.min(room.width / (box.width / now), room.height / (box.height / now));
}

export function onZoomWheel(event: WheelEvent, desk: Desk, stage: HTMLElement): void {
  if (!event.ctrlKey || !stage) return;
  event.preventDefault();
  setZoom(desk, desk.zoom.peek() * Math.exp(-event.deltaY * WHEEL), { x: event.clientX, y: event.clientY });
}

/** Ctrl with +, − and 0 while the board has the focus. */
export function onZoomKeys(event: KeyboardEvent, desk: Desk): void {
  if (!event.ctrlKey && !event.metaKey) return;
  if (event.key === "+" || event.key === "=") zoomBy(desk, 1);
  else if (event.key === "-") zoomBy(desk, -1);
  else if (event.key === "0") setZoom(desk, 1);
  else return;
  event.preventDefault();
}
