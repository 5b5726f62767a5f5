/** Writing where one looks: a double click on empty ground, or N, opens a field in the place under the pointer. */

import { useEffect } from "preact/hooks";

import { NARROW, useDesk } from "./desk";
import type { Desk } from "./desk";
import { mayAdd } from "./may";
import { spotUnder } from "./spot-under";
import { isTyping } from "./typing";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is not ground: here a double click means something else, or chooses a word. */
const THINGS = ".note, form, button, a, input, select, textarea, summary, label, h2, h3, h4, p, [contenteditable]";
/** Keys that go somewhere: after them it is the focus that says where one is, not a mouse that lies still. */
const GOING = /^(Tab|Home|End|Page|Arrow)/;

export function useWriteHere(): void {
  const desk = useDesk();
  useEffect(() => {
    let pointer: Point | null = null;
    const point = ({ pointerType, clientX: x, clientY: y }: PointerEvent) => {
      pointer = pointerType === "touch" ? null : { x, y };
    };
    const click = (event: MouseEvent) => {
      const target = event.target as Element;
      if (!target.closest(".stage") || target.closest(THINGS)) return;
      if (openAt(desk, { x: event.clientX, y: event.clientY })) getSelection()?.removeAllRanges();
    };
    const press = (event: KeyboardEvent) => {
      if (GOING.test(event.key)) pointer = null;
      if (event.key.toLowerCase() !== "n" || isTyping(event) || !desk.letters.peek() || !mayAdd(desk)) return;
      event.preventDefault();
      if (!(pointer && openAt(desk, pointer)) && !openAtFocus(desk)) desk.dialog.value = { name: "add" };
    };
    window.addEventListener("pointermove", point, { passive: true });
    window.addEventListener("dblclick", click);
    window.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("pointermove", point);
      window.removeEventListener("dblclick", click);
      window.removeEventListener("keydown", press);
    };
  }, []);
}

/** False: no place is there that takes notes. */
function openAt(desk: Desk, at: Point): boolean {
  const spot = spotUnder(at, at);
  if (!spot) return false;
  const ground = document.elementFromPoint(at.x, at.y)?.closest("[data-plane], [data-rings]");
  if (!ground) return openIn(desk, spot.zone);
  if (!mayWriteIn(desk, spot.zone)) return false;
  const box = ground.getBoundingClientRect();
  desk.pointed.value = { spot, left: (at.x - box.left) / box.width, top: (at.y - box.top) / box.height };
  desk.composing.value = spot.zone;
  return true;
}

/** By name: in the place where the focus is. */
function openAtFocus(desk: Desk): boolean {
  const zone = document.activeElement?.closest("[data-zone]")?.getAttribute("data-zone");
  return typeof zone === "string" && openIn(desk, zone);
}

function openIn(desk: Desk, zone: string): boolean {
  if (!mayWriteIn(desk, zone)) return false;
  const isPlane = desk.arrangement.peek().area(zone)?.sort === "plane";
  desk.pointed.value = null;
  if (isPlane) desk.dialog.value = { name: "add", zone };
  else if (hasFoot(desk)) document.querySelector<HTMLElement>(".list-composer textarea")?.focus();
  else if (desk.composing.peek() === zone) document.querySelector<HTMLElement>(".composer textarea")?.focus();
  else desk.composing.value = zone;
  return true;
}

/** A folded phase has nothing to write in. */
function mayWriteIn(desk: Desk, zone: string): boolean {
  const area = desk.arrangement.peek().area(zone);
  const folded = desk.view.peek() === "map" ? desk.folded.peek() : [];
  const isFolded = [area?.phase, area?.lane].some((strip) => strip !== undefined && folded.includes(strip));
  return mayAdd(desk) && area !== undefined && area.accepts.length > 0 && !isFolded;
}

/** A phone's List has one field for all places. */
function hasFoot(desk: Desk): boolean {
  return desk.view.peek() === "list" && matchMedia(NARROW).matches;
}
