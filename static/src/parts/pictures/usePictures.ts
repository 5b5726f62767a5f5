/** Pictures pasted or dropped anywhere on the board: each opens the form for a new one, in the place under the pointer. */

import { useEffect } from "preact/hooks";

import type { Spot } from "../../board/place";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { mayAdd, mayAddLate } from "../may";
import { notify } from "../notice";
import { spotUnder } from "../spot-under";
import { usePointer } from "../usePointer";
import { spotHere } from "../write-here";
import { pictureIn } from "./prepare";

export function usePictures(): void {
  const desk = useDesk();
  const pointer = usePointer();
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      // What was copied from a table or a text comes with a picture of itself: there the words are meant.
      if (event.defaultPrevented || event.clipboardData?.getData("text/plain").trim()) return;
      const file = pictureIn(event.clipboardData?.files);
      if (!file || document.querySelector("dialog[open]") || !mayBring(desk)) return;
      event.preventDefault();
      openNewPicture(desk, file, spotHere(desk, pointer.current) ?? undefined);
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
      const file = pictureIn(event.dataTransfer.files);
      const at = { x: event.clientX, y: event.clientY };
      if (file) openNewPicture(desk, file, spotUnder(at, at) ?? undefined);
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

/** Without a file it is chosen in the form. */
export function openNewPicture(desk: Desk, file?: File, spot?: Spot): void {
  const area = spot && desk.arrangement.peek().area(spot.zone);
  const isTaking = area !== undefined && area.accepts.length > 0;
  desk.dialog.value = { name: "newPicture", file, spot: isTaking ? spot : undefined };
}
