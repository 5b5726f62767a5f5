import { useRef, useState } from "preact/hooks";

import type { Spot } from "../board/place";
import type { Area } from "../board/place";
import { addNote } from "./acts";
import { useDesk } from "./desk";
import { tooLong } from "./TextLimits";
import { kindsIn } from "./wording";

/** A note that is being written for a place: its text outlives the field, its kind is the last one chosen by hand. */
export function useDraft(area: Area | undefined) {
  const desk = useDesk();
  const key = area?.id ?? "";
  const [text, setShown] = useState(desk.drafts.get(key) ?? "");
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
  };
  /** Adds the note and empties the field; null if there is nothing to add. */
  const add = (spot: Spot): string | null => {
    const written = text.trim();
    if (!written || tooLong(written) || kind === undefined) return null;
    setText("");
    return addNote(desk, kind, written, spot);
  };
  const setKind = (next: string) => {
    desk.kind.value = next;
  };
  return { text, setText, kinds, kind: kind ?? "", setKind, add };
}
