/** Writing where one looks: a double click on empty ground, or N, opens a field in the place under the pointer. */

import { useLayoutEffect } from "preact/hooks";

import type { Spot } from "../board/place";
import { zoneOfNote } from "./several/useChooseKeys";
import { NARROW, useDesk } from "./desk";
import type { Desk } from "./desk";
import { mayAdd } from "./may";
import { spotUnder } from "./spot-under";
import { isTyping } from "./typing";
import { usePointer } from "./usePointer";
import type { Point } from "./usePointer";

/** What is not ground: here a double click means something else, or chooses a word. */
const THINGS = ".note, form, button, a, input, select, textarea, summary, label, h2, h3, h4, p, [contenteditable]";
export function useWriteHere(): void {
  const desk = useDesk();
  const pointer = usePointer();
  useLayoutEffect(() => {
    const click = (event: MouseEvent) => {
      const target = event.target as Element;
      if (!target.closest(".stage") || target.closest(THINGS)) return;
      if (openAt(desk, { x: event.clientX, y: event.clientY })) getSelection()?.removeAllRanges();
    };
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "n" || isTyping(event) || !desk.letters.peek() || !mayAdd(desk)) return;
      event.preventDefault();
      if (!openHere(desk, pointer.current)) desk.dialog.value = { name: "add" };
    };
    window.addEventListener("dblclick", click);
    window.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("dblclick", click);
      window.removeEventListener("keydown", press);
    };
  }, []);
}

/** The place under the pointer, or else the one with the focus; null: neither is a place that takes notes. */
export function spotHere(desk: Desk, pointer: Point | null): Spot | null {
  const zone = document.activeElement?.closest("[data-zone]")?.getAttribute("data-zone") ?? zoneOfNote(desk);
  const spots = [pointer && spotUnder(pointer, pointer), zone ? { zone } : null];
  return spots.find((spot) => spot && mayWriteIn(desk, spot.zone)) ?? null;
}

/** Opens a field there; false: nowhere. */
export function openHere(desk: Desk, pointer: Point | null): boolean {
  return (pointer !== null && openAt(desk, pointer)) || openAtFocus(desk);
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
  const spot = spotHere(desk, null);
  return spot !== null && openIn(desk, spot.zone);
}

function openIn(desk: Desk, zone: string): boolean {
  if (!mayWriteIn(desk, zone)) return false;
  const isPlane = desk.arrangement.peek().area(zone)?.sort === "plane";
  desk.pointed.value = null;
  if (desk.view.peek() === "table") {
    desk.composing.value = zone;
    document.querySelector<HTMLElement>(".table-composer textarea")?.focus();
  } else if (isPlane) desk.dialog.value = { name: "add", zone };
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
