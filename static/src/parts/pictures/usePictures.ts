/** Pictures pasted or dropped anywhere on the board: the form for new ones opens, in the place under the pointer. */

import { useLayoutEffect } from "preact/hooks";

import type { Spot } from "../../board/place";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { mayAdd, mayAddLate } from "../may";
import { notify } from "../notice";
import { spotUnder } from "../spot-under";
import { usePointer } from "../usePointer";
import { spotHere } from "../write-here";
import { picturesIn } from "./prepare";

/** At once: more than a person describes in one go. */
const MOST_PICTURES = 12;

export function usePictures(): void {
  const desk = useDesk();
  const pointer = usePointer();
  useLayoutEffect(() => {
    const paste = (event: ClipboardEvent) => {
      // What was copied from a table or a text comes with a picture of itself: there the words are meant.
      if (event.defaultPrevented || event.clipboardData?.getData("text/plain").trim()) return;
      const files = picturesIn(event.clipboardData?.files);
      if (files.length === 0 || document.querySelector("dialog[open]") || !mayBring(desk)) return;
      event.preventDefault();
      openNewPicture(desk, files, spotHere(desk, pointer.current) ?? undefined);
    };
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files") || !mayBring(desk)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files") || document.querySelector("dialog[open]")) return;
      event.preventDefault(); // else the browser leaves the board and shows the file
      if (!mayBring(desk)) return;
      const files = picturesIn(event.dataTransfer.files);
      const at = { x: event.clientX, y: event.clientY };
      if (files.length > 0) openNewPicture(desk, files, spotUnder(at, at) ?? undefined);
      else notify(desk, desk.say("picture.none"));
    };
    window.addEventListener("paste", paste);
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("paste", paste);
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, []);
}

export function mayBring(desk: Desk): boolean {
  return mayAdd(desk) || mayAddLate(desk);
}

/** Without a file it is chosen in the form; of very many, the first. */
export function openNewPicture(desk: Desk, files: readonly File[] = [], spot?: Spot): void {
  const area = spot && desk.arrangement.peek().area(spot.zone);
  const isTaking = area !== undefined && area.accepts.length > 0;
  if (files.length > MOST_PICTURES) notify(desk, desk.say("picture.many.most", { most: MOST_PICTURES }));
  desk.dialog.value = { name: "newPicture", files: files.slice(0, MOST_PICTURES), spot: isTaking ? spot : undefined };
}
