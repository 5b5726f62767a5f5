import { useLayoutEffect } from "preact/hooks";

import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { isInField } from "../typing";

/** Ctrl + A chooses all notes of the place where the focus is; Esc lets go of what is chosen. Elsewhere both are the browser's. */
export function useChooseKeys(): void {
  const desk = useDesk();
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isInField(event) || event.altKey) return;
      const isAll = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "a";
      const done = isAll ? chooseAll(desk) : event.key === "Escape" && letGo(desk);
      if (done) event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

function chooseAll(desk: Desk): boolean {
  const zone = document.activeElement?.closest("[data-zone]")?.getAttribute("data-zone") ?? zoneOfNote(desk);
  const notes = zone ? desk.arrangement.peek().notesIn(zone) : [];
  if (notes.length === 0) return false;
  desk.inHand.value = new Set(notes.map(({ id }) => id));
  desk.tell(desk.say("tool.inhand", { count: notes.length }));
  return true;
}

/** On rings a note's place is told by the board, not by what stands around it. */
export function zoneOfNote({ arrangement }: Desk): string | undefined {
  const note = (document.activeElement as HTMLElement | null)?.dataset.note;
  return arrangement.peek().areas.find(({ notes }) => notes.some(({ id }) => id === note))?.id;
}

export function letGo(desk: Desk): boolean {
  if (desk.inHand.peek().size === 0 && !desk.several.peek()) return false;
  desk.inHand.value = new Set();
  desk.several.value = false;
  desk.tell(desk.say("tool.released"));
  return true;
}
