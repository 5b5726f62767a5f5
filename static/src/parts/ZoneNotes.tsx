import type { CSSProperties } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import type { Note } from "../board/items";
import type { Area } from "../board/place";
import { useDesk } from "./desk";
import type { Desk } from "./desk";
import { after, rest } from "./after";
import { drawnHeight } from "./left";
import { NoteCard } from "./NoteCard";
import { RestingNote } from "./RestingNote";
import { CROWD, useCrowd } from "./useCrowd";
import { inWords, kindOf, nameOf } from "./wording";

const LeftNote = after("LeftNote");

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
  /** The notes near what is in sight, where the layout knows that without measuring; without it all are drawn in full. */
  readonly near?: (() => readonly string[]) | undefined;
}

/** The notes of a zone, in order: one Tab stop, arrow keys inside. */
export function ZoneNotes({ area, notes = area.notes, folds = false, placed, near }: ZoneNotesProps) {
  const desk = useDesk();
  const long = folds && notes.length > MANY;
  const { open, setOpen, isNeeded } = useUnfolding(desk, area, notes.slice(FIRST));
  const all = long && !open && !isNeeded ? notes.slice(0, FIRST) : notes;
  const list = useRef<HTMLUListElement>(null);
  // Where the layout says where notes lie, it must know their sizes.
  const knows = !placed || near !== undefined;
  const crowd = useCrowd(list, all, () => knows && desk.store.items.peek().size > CROWD, near);
  const shown = crowd ? all.slice(0, crowd.count) : all;
  const { stopAt, setStop } = useStop(shown);
  const left = desk.holding.left.value;
  const heights = useHeights(shown);
  const slot = desk.over.value?.zone === area.id ? desk.over.value.index : undefined;
  if (notes.length === 0) return slot === undefined ? null : <div class="slot-line" />;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the notes inside */}
      <ul
        ref={list}
        class="notes"
        aria-label={nameOf(desk, area)}
        onKeyDown={(event) => rest.peek()?.onNoteKey(event, desk, area)}
        onFocusIn={(event) => {
          const id = (event.target as HTMLElement).closest<HTMLElement>("[data-note]")?.dataset.note;
          if (id !== undefined) setStop(id);
          if (id !== undefined) crowd?.approach(id);
        }}
      >
        {shown.map((note, i) => (
          <li
            key={note.id}
            class={crowd?.rests(note.id) ? "resting" : slotClass(slot, i, shown.length)}
            style={placed?.(note, crowd?.rests(note.id) ?? false)}
            data-zone={placed ? area.id : undefined}
          >
            {left.has(note.id) ? (
              <LeftNote
                note={note}
                to={left.get(note.id) ?? null}
                height={heights.get(note.id) ?? 0}
                stop={note.id === stopAt}
              />
            ) : crowd?.rests(note.id) ? (
              <Resting note={note} stop={note.id === stopAt} />
            ) : (
              <NoteCard note={note} zone={area.zone} stop={note.id === stopAt} />
            )}
          </li>
        ))}
      </ul>
      {shown.length < all.length && <Room lines={all.length - shown.length} />}
      {long && !isNeeded && (
        <button type="button" class="more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? desk.say("note.fewer") : desk.say("note.more", { count: notes.length - FIRST })}
        </button>
      )}
    </>
  );
}

/** Which of them Tab comes to: the one that had the focus last, or the first. */
function useStop(shown: readonly Note[]) {
  const [stop, setStop] = useState<string | null>(null);
  useEffect(() => {
    if (shown.length === 0 && stop !== null) setStop(null);
  }, [shown.length]);
  return { stopAt: shown.some(({ id }) => id === stop) ? stop : shown[0]?.id, setStop };
}

function Resting({ note, stop }: { readonly note: Note; readonly stop: boolean }) {
  const desk = useDesk();
  const kind = kindOf(desk, note.kind);
  return <RestingNote note={note} stop={stop} tint={kind?.tint ?? "neutral"} kind={inWords(desk, kind?.title)} />;
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
