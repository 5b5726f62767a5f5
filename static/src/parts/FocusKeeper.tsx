import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import { useDesk } from "./desk";
import { focusNote } from "./note-keys";
import { excerpt } from "./wording";

interface Last {
  readonly note: string;
  /** The notes of its zone, in order, as they were when it was last there. */
  readonly around: readonly string[];
}

/**
 * Keeps the focus where it was when the board changes under it.
 *
 * A note that was moved keeps it in its new place; if the note has gone, the next one gets it and that is said. A change
 * by somebody else never takes the focus from anything else.
 */
export function FocusKeeper() {
  const desk = useDesk();
  const last = useRef<Last | null>(null);
  useEffect(() => {
    const remember = (event: FocusEvent) => {
      const id = (event.target as HTMLElement).closest?.<HTMLElement>("[data-note]")?.dataset.note;
      last.current = id === undefined ? null : { note: id, around: around(id) };
    };
    const around = (id: string) => {
      const area = desk.arrangement.peek().areas.find(({ notes }) => notes.some((note) => note.id === id));
      return area?.notes.map((note) => note.id) ?? [];
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);
  useSignalEffect(() => {
    const arrangement = desk.arrangement.value;
    const frame = requestAnimationFrame(() => {
      const lost = document.activeElement === document.body || document.activeElement === null;
      const { note, around } = last.current ?? {};
      if (!lost || note === undefined || around === undefined || desk.dialog.peek() !== null) return;
      const there = new Map(arrangement.areas.flatMap((area) => area.notes.map((each) => [each.id, each] as const)));
      if (there.has(note)) return focusNote(note);
      const at = around.indexOf(note);
      const next = [...around.slice(at + 1), ...around.slice(0, at).toReversed()].find((id) => there.has(id));
      const text = there.get(next ?? "")?.text;
      if (next === undefined) {
        document.getElementById("board")?.focus();
        desk.tell(desk.say("note.focusgone.none"));
        return;
      }
      focusNote(next);
      desk.tell(desk.say("note.focusgone", { text: excerpt(text ?? "") }));
    });
    return () => cancelAnimationFrame(frame);
  });
  return null;
}
