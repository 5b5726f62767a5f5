/** Copying and pasting on the board. In fields, and where text is selected, both stay the browser's own. */

import { useLayoutEffect } from "preact/hooks";

import type { Note } from "../../board/items";
import { chosenNotes } from "../chosen";
import { itemOf, useDesk } from "../desk";
import type { Desk } from "../desk";
import { mayAdd } from "../may";
import { notify } from "../notice";
import { isInField } from "../typing";
import { usePointer } from "../usePointer";
import type { Point } from "../usePointer";
import { MOST_AT_ONCE } from "../useDraft";
import { openHere, spotHere } from "../write-here";
import { asText, NOTES, pack, unpack } from "./copied";
import { addCopies, copyBeside } from "./copies";

export function useClipboard(): void {
  const desk = useDesk();
  const pointer = usePointer();
  useLayoutEffect(() => {
    const copy = (event: ClipboardEvent) => onCopy(event, desk);
    const paste = (event: ClipboardEvent) => onPaste(event, desk, pointer.current);
    const press = (event: KeyboardEvent) => onKey(event, desk);
    window.addEventListener("copy", copy);
    window.addEventListener("paste", paste);
    window.addEventListener("keydown", press);
    return () => {
      window.removeEventListener("copy", copy);
      window.removeEventListener("paste", paste);
      window.removeEventListener("keydown", press);
    };
  }, []);
}

/** What is chosen, or else the note with the focus. */
function notesHere(desk: Desk): readonly Note[] {
  const chosen = chosenNotes(desk);
  if (chosen.length > 0) return chosen;
  const note = itemOf<Note>(desk, (document.activeElement as HTMLElement | null)?.dataset.note ?? "");
  return note ? [note] : [];
}

function onCopy(event: ClipboardEvent, desk: Desk): void {
  const isText = getSelection()?.isCollapsed === false;
  const notes = isText || isInField(event) ? [] : notesHere(desk);
  if (notes.length === 0 || !event.clipboardData) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", asText(notes));
  event.clipboardData.setData(NOTES, pack(notes));
  notify(desk, desk.say("copy.done", { count: notes.length }));
}

/** Notes become notes where one is; a text from elsewhere comes into the field there, to be looked at first. */
function onPaste(event: ClipboardEvent, desk: Desk, pointer: Point | null): void {
  if (isInField(event) || !mayAdd(desk) || !event.clipboardData) return;
  const copies = unpack(event.clipboardData.getData(NOTES));
  const text = event.clipboardData.getData("text/plain").trim();
  if (copies.length === 0 && !text) return;
  event.preventDefault();
  if (desk.view.peek() === "table" && copies.length === 0) {
    desk.dialog.value = { name: "rows", text: event.clipboardData.getData("text/plain") };
    return;
  }
  const spot = spotHere(desk, pointer);
  if (!spot) notify(desk, desk.say("paste.nowhere"));
  else if (copies.length > MOST_AT_ONCE) notify(desk, desk.say("paste.most", { most: MOST_AT_ONCE }));
  else if (copies.length > 0) addCopies(desk, copies, spot);
  else {
    const before = desk.drafts.get(spot.zone);
    desk.drafts.set(spot.zone, before ? `${before}\n${text}` : text);
    desk.pasted.add(spot.zone);
    // A field that is open there already is opened anew, with all of it.
    desk.composing.value = null;
    requestAnimationFrame(() => openHere(desk, pointer));
  }
}

/** Ctrl + D copies beside; where no note is meant, the key is the browser's. */
function onKey(event: KeyboardEvent, desk: Desk): void {
  const isKey = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "d";
  const notes = isKey && !isInField(event) && mayAdd(desk) ? notesHere(desk) : [];
  if (notes.length === 0) return;
  event.preventDefault();
  copyBeside(desk, notes);
}
