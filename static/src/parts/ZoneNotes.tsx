import { useComputed } from "@preact/signals";
import type { ComponentType, CSSProperties } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import type { Note } from "../board/items";
import type { Area } from "../board/place";
import { useDesk } from "./desk";
import type { Desk } from "./desk";
import { rest } from "./after";
import { drawnHeight } from "./left";
import { NoteLine } from "./NoteLine";
import type { NoteLineProps } from "./NoteLine";
import { CROWD, useCrowd } from "./useCrowd";
import type { Crowd, Near } from "./useCrowd";
import { nameOf } from "./wording";

/** More than this in a cell of the map, and only the first few are shown. */
const MANY = 8;
const FIRST = 6;

interface ZoneNotesProps {
  readonly area: Area;
  readonly notes?: readonly Note[];
  /** Fold a long list; never in the List view. */
  readonly folds?: boolean;
  /** Where each note is drawn, if the layout says so; and how large, while it rests. */
  readonly placed?: (note: Note, rests: boolean) => CSSProperties | undefined;
  /** Where the layout knows who is near without measuring; where it places notes and does not, all are drawn in full. */
  readonly near?: Near | undefined;
  /** What draws the lines of a crowd, if it is not to be one list of all. */
  readonly Batches?: ComponentType<{ readonly lines: readonly NoteLineProps[] }>;
}

/** The notes of a zone, in order: one Tab stop, arrow keys inside. */
export function ZoneNotes({ area, notes = area.notes, folds = false, placed, near, Batches }: ZoneNotesProps) {
  const desk = useDesk();
  const long = folds && notes.length > MANY;
  const { open, setOpen, isNeeded } = useUnfolding(desk, area, notes.slice(FIRST));
  const all = long && !open && !isNeeded ? notes.slice(0, FIRST) : notes;
  const list = useRef<HTMLElement & HTMLUListElement & HTMLDivElement>(null);
  // Where the layout says where notes lie, it must know their sizes.
  const knows = !placed || near !== undefined;
  const crowd = useCrowd(list, all, {
    begins: () => knows && desk.store.items.peek().size > CROWD,
    near,
    isHeld: (note) => desk.inHand.peek().has(note) || desk.writing.peek() === note,
  });
  const shown = crowd ? all.slice(0, crowd.count) : all;
  const { stopAt, setStop } = useStop(shown);
  const left = desk.holding.left.value;
  const heights = useHeights(shown);
  const slot = useComputed(() => (desk.over.value?.zone === area.id ? desk.over.value.index : undefined)).value;
  if (notes.length === 0) return slot === undefined ? null : <div class="slot-line" />;
  const lines = shown.map((note, i): NoteLineProps => {
    const rests = crowd?.rests(note.id) ?? false;
    return {
      note,
      zone: area.zone,
      rests,
      look: slotClass(slot, i, shown.length),
      style: placed?.(note, rests),
      dataZone: placed ? area.id : undefined,
      stop: note.id === stopAt,
      left: left.get(note.id),
      height: heights.get(note.id) ?? 0,
    };
  });
  const attributes = { ref: list, "aria-label": nameOf(desk, area), ...answering(desk, area, setStop, crowd) };
  return (
    <>
      {crowd && Batches ? (
        <div role="list" {...attributes}>
          <Batches lines={lines} />
        </div>
      ) : (
        <ul class="notes" {...attributes}>
          {lines.map((line) => (
            <NoteLine key={line.note.id} {...line} />
          ))}
        </ul>
      )}
      {shown.length < all.length && <Room lines={all.length - shown.length} />}
      {long && !isNeeded && (
        <button type="button" class="more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? desk.say("note.fewer") : desk.say("note.more", { count: notes.length - FIRST })}
        </button>
      )}
    </>
  );
}

/** Keys of the notes inside, and which of them the focus comes to. */
function answering(desk: Desk, area: Area, setStop: (note: string) => void, crowd: Crowd | null) {
  return {
    onKeyDown: (event: KeyboardEvent) => rest.peek()?.onNoteKey(event, desk, area),
    onFocusIn: (event: FocusEvent) => {
      const id = (event.target as HTMLElement).closest<HTMLElement>("[data-note]")?.dataset.note;
      if (id === undefined) return;
      setStop(id);
      crowd?.approach(id);
    },
  };
}

/** Which of them Tab comes to: the one that had the focus last, or the first. */
function useStop(shown: readonly Note[]) {
  const [stop, setStop] = useState<string | null>(null);
  useEffect(() => {
    if (shown.length === 0 && stop !== null) setStop(null);
  }, [shown.length]);
  return { stopAt: shown.some(({ id }) => id === stop) ? stop : shown[0]?.id, setStop };
}

/** For the notes that are still to come, so that what stands below moves little. */
function Room({ lines }: { readonly lines: number }) {
  return <div class="room" style={{ height: `calc(${lines} * var(--resting))` }} />;
}

/** How high those were that have left, measured while they are still drawn as notes, for the last time. */
function useHeights(shown: readonly Note[]): ReadonlyMap<string, number> {
  const left = useDesk().holding.left.value;
  const heights = useRef(new Map<string, number>()).current;
  for (const { id } of shown) {
    if (!left.has(id)) heights.delete(id);
    else if (!heights.has(id)) heights.set(id, drawnHeight(id));
  }
  return heights;
}

/** Whoever writes there, or has one of the others in hand, sees them all; so does whoever came to one by search, and after. */
function useUnfolding({ composing, inHand, find }: Desk, area: Area, rest: readonly Note[]) {
  const [open, setOpen] = useState(false);
  const isFound = rest.some(({ id }) => find.at.value === id);
  useEffect(() => {
    if (isFound) setOpen(true);
  }, [isFound]);
  const isNeeded = isFound || composing.value === area.id || rest.some(({ id }) => inHand.value.has(id));
  return { open, setOpen, isNeeded };
}

/** Where a dragged note would come in: a line before this one, or after the last. */
function slotClass(slot: number | undefined, index: number, count: number): string | undefined {
  if (slot === index) return "slot-before";
  return slot !== undefined && slot >= count && index === count - 1 ? "slot-after" : undefined;
}
