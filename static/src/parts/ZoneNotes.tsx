import { Component } from "preact";
import type { CSSProperties } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import type { Note, Zone } from "../board/items";
import type { Area } from "../board/place";
import { useDesk } from "./desk";
import type { Desk } from "./desk";
import { after, rest } from "./after";
import { drawnHeight } from "./left";
import { NoteCard } from "./NoteCard";
import { RestingNote } from "./RestingNote";
import { CROWD, useCrowd } from "./useCrowd";
import type { Near } from "./useCrowd";
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
  /** Where the layout knows who is near without measuring; where it places notes and does not, all are drawn in full. */
  readonly near?: Near | undefined;
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
  const crowd = useCrowd(list, all, {
    begins: () => knows && desk.store.items.peek().size > CROWD,
    near,
    isHeld: (note) => desk.inHand.peek().has(note) || desk.writing.peek() === note,
  });
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
          <Line
            key={note.id}
            note={note}
            zone={area.zone}
            rests={crowd?.rests(note.id) ?? false}
            look={slotClass(slot, i, shown.length)}
            style={placed?.(note, crowd?.rests(note.id) ?? false)}
            data-zone={placed ? area.id : undefined}
            stop={note.id === stopAt}
            left={left.get(note.id)}
            height={heights.get(note.id) ?? 0}
          />
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

interface LineProps {
  readonly note: Note;
  readonly zone: Zone;
  readonly rests: boolean;
  readonly look: string | undefined;
  readonly style: CSSProperties | undefined;
  readonly "data-zone": string | undefined;
  readonly stop: boolean;
  /** Where it went or null, if it has left under the reader. */
  readonly left: string | null | undefined;
  readonly height: number;
}

/** One note's line; of thousands only those are drawn anew of which something has changed. */
class Line extends Component<LineProps> {
  override shouldComponentUpdate(next: LineProps): boolean {
    return !isSame(this.props, next, "style") || !isSame(this.props.style ?? NOTHING, next.style ?? NOTHING);
  }

  override render({ note, zone, rests, look, style, stop, left, height, ...rest }: LineProps) {
    return (
      <li class={rests ? "resting" : look} style={style} data-zone={rest["data-zone"]}>
        {left !== undefined ? (
          <LeftNote note={note} to={left} height={height} stop={stop} />
        ) : rests ? (
          <Resting note={note} stop={stop} />
        ) : (
          <NoteCard note={note} zone={zone} stop={stop} />
        )}
      </li>
    );
  }
}

/** Whether the same members are in both, but for one. */
function isSame<T extends object>(a: T, b: T, but?: keyof T): boolean {
  for (const key in a) if (key !== but && a[key] !== b[key]) return false;
  for (const key in b) if (!(key in a)) return false;
  return true;
}

const NOTHING: CSSProperties = {};

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
