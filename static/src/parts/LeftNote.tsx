import { useEffect, useRef } from "preact/hooks";

import type { Note } from "../board/items";
import { useDesk } from "./desk";
import { nameOf } from "./wording";

interface LeftNoteProps {
  readonly note: Note;
  /** The zone that it went to; null: it was removed. */
  readonly to: string | null;
  /** Of the note that was here, in pixels. */
  readonly height: number;
  readonly stop: boolean;
}

/** Where a note was that somebody removed or moved away: its line stays, as high as it was, until one goes on. */
export function LeftNote({ note, to, height, stop }: LeftNoteProps) {
  const desk = useDesk();
  const { say, latest } = desk;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => goneOutOfSight(line.current, () => desk.holding.letGo(note.id)), []);
  const area = to === null ? undefined : latest.value.area(to);
  return (
    <div
      ref={line}
      class="left-note"
      data-note={note.id}
      role="group"
      tabIndex={stop ? 0 : -1}
      aria-label={area ? say("left.moved", { zone: nameOf(desk, area) }) : say("left.removed")}
      style={{ minHeight: `${height}px` }}
    >
      <span aria-hidden="true">{area ? say("left.moved", { zone: nameOf(desk, area) }) : say("left.removed")}</span>
    </div>
  );
}

/** Safari keeps no place while what is above it changes: there a line above the reader stays. */
const isAnchored = () => CSS.supports?.("overflow-anchor", "auto") ?? false;

function goneOutOfSight(line: HTMLElement | null, letGo: () => void): (() => void) | undefined {
  if (line === null || !("IntersectionObserver" in globalThis)) return undefined;
  const observer = new IntersectionObserver(([seen]) => {
    if (!seen || seen.isIntersecting || line.contains(document.activeElement)) return;
    if (seen.boundingClientRect.top > 0 || isAnchored()) letGo();
  });
  observer.observe(line);
  return () => observer.disconnect();
}
