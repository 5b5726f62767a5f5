import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { untracked } from "@preact/signals";
import type { RefObject } from "preact";

import type { Desk } from "../../parts/desk";
import { isShownWhole } from "../../parts/NoteText";

export interface Size {
  readonly width: number;
  readonly height: number;
  /** Of that, what the buttons of an open ballot take. */
  readonly votes?: number;
}

/** Rounded up, so that a word more in the small print does not move a note's neighbours. */
const ROUND_PIXELS = 8;

interface Sizes {
  readonly sizes: ReadonlyMap<string, Size>;
  /** False while they are guesses, or measured in a font that is still to be replaced. */
  readonly measured: boolean;
}

/**
 * How large each note is drawn, by id, in the sheet's own pixels; measured after every drawing.
 *
 * A long note that somebody has opened lies over its neighbours and counts as it was: reading moves nothing.
 * `measures`: false where all are taken as they are guessed.
 */
export function useSizes(sheet: RefObject<HTMLElement | null>, desk: Desk, measures = true): Sizes {
  const zoom = desk.zoom.value;
  const hasFonts = useFonts();
  const [sizes, setSizes] = useState<ReadonlyMap<string, Size>>(new Map());
  useLayoutEffect(() => {
    if (!measures) return;
    const found = new Map<string, Size>();
    for (const face of sheet.current?.querySelectorAll<HTMLElement>("[data-note]") ?? []) {
      const id = face.dataset.note ?? "";
      const before = sizes.get(id);
      if (before && untracked(() => isShownWhole(desk, id))) {
        found.set(id, before);
        continue;
      }
      const note = face.closest(".note") ?? face;
      const box = note.getBoundingClientRect();
      const votes = note.querySelector(".vote-row")?.getBoundingClientRect().height ?? 0;
      const round = (length: number) => Math.ceil(length / zoom / ROUND_PIXELS - 0.01) * ROUND_PIXELS;
      found.set(id, { width: round(box.width), height: round(box.height), votes: round(votes) });
    }
    if (!isSame(found, sizes)) setSizes(found);
  });
  return { sizes, measured: hasFonts && sizes.size > 0 };
}

function useFonts(): boolean {
  const [loaded, setLoaded] = useState(document.fonts?.status !== "loading");
  useEffect(() => {
    void document.fonts?.ready.then(() => setLoaded(true));
  }, []);
  return loaded;
}

function isSame(a: ReadonlyMap<string, Size>, b: ReadonlyMap<string, Size>): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([id, size]) => b.get(id)?.width === size.width && b.get(id)?.height === size.height);
}

/** Of a longer text six lines are shown, and a button. */
const MOST_LINES = 7;

/** Before a note has been drawn: about this large. */
export function guessed(text: string): Size {
  const lines = Math.min(MOST_LINES, Math.ceil(text.length / 22));
  return { width: lines > 1 ? 168 : 48 + text.length * 7, height: 34 + lines * 17 };
}
