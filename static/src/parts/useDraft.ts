import { useRef, useState } from "preact/hooks";

import { linesOf } from "../board/lines";
import type { Spot } from "../board/place";
import type { Area } from "../board/place";
import { addNote, addNotes } from "./acts";
import { behalfOf } from "./behalf/behalf";
import { useDesk } from "./desk";
import { tooLong } from "./TextLimits";
import { kindsIn } from "./wording";

/** So many operations one person may have at once before the server asks for patience. */
export const MOST_AT_ONCE = 400;

export type Draft = ReturnType<typeof useDraft>;

/** A note that is being written for a place: its text outlives the field, its kind is the last one chosen by hand. */
export function useDraft(area: Area | undefined) {
  const desk = useDesk();
  const key = area?.id ?? "";
  const [text, setShown] = useState(desk.drafts.get(key) ?? "");
  const [isPasted, setShownPasted] = useState(desk.pasted.has(key));
  const setPasted = (is: boolean) => {
    setShownPasted(is);
    if (is) desk.pasted.add(key);
    else desk.pasted.delete(key);
  };
  // A text goes with its writer to another place; left behind it would come up there again.
  const kept = useRef(key);
  if (kept.current !== key) {
    desk.drafts.delete(kept.current);
    if (text) desk.drafts.set(key, text);
    kept.current = key;
  }
  const kinds = area ? kindsIn(desk, area) : [];
  const chosen = desk.kind.value;
  const kind = kinds.find((each) => each.key === chosen)?.key ?? kinds[0]?.key;
  const setText = (written: string) => {
    setShown(written);
    if (written) desk.drafts.set(key, written);
    else desk.drafts.delete(key);
    if (!written.includes("\n")) setPasted(false);
  };
  /** What was pasted, a line a note; nothing while there is nothing to offer. */
  const lines = isPasted ? linesOf(text) : [];
  const onPaste = (event: ClipboardEvent) => {
    const { length } = linesOf(event.clipboardData?.getData("text/plain") ?? "");
    if (length < 2) return;
    setPasted(true);
    desk.tell(desk.say("paste.lines", { count: length }));
  };
  /** Adds the note and empties the field; null if there is nothing to add. */
  const add = (spot: Spot): string | null => {
    const written = text.trim();
    if (!written || tooLong(written) || kind === undefined) return null;
    setText("");
    return addNote(desk, kind, written, spot, behalfOf(desk).peek());
  };
  /** Adds a note for each line, as one act. */
  const addLines = (spot: Spot): void => {
    if (lines.length > MOST_AT_ONCE || lines.some(tooLong) || kind === undefined) return;
    setText("");
    addNotes(desk, kind, lines, spot, behalfOf(desk).peek());
  };
  const setKind = (next: string) => {
    desk.kind.value = next;
  };
  return { text, setText, kinds, kind: kind ?? "", setKind, add, lines, addLines, onPaste };
}
