import { Component } from "preact";
import type { CSSProperties } from "preact";

import type { Note, Zone } from "../board/items";
import { after } from "./after";
import { useDesk } from "./desk";
import { NoteCard } from "./NoteCard";
import { RestingNote } from "./RestingNote";
import { inWords, kindOf } from "./wording";

const LeftNote = after("LeftNote");

export interface NoteLineProps {
  readonly note: Note;
  readonly zone: Zone;
  readonly rests: boolean;
  readonly look: string | undefined;
  readonly style: CSSProperties | undefined;
  readonly dataZone: string | undefined;
  readonly stop: boolean;
  /** Where it went or null, if it has left under the reader. */
  readonly left: string | null | undefined;
  readonly height: number;
  /** Where the list around it is not told of. */
  readonly role?: "listitem";
}

/** One note's line; of thousands only those are drawn anew of which something has changed. */
export class NoteLine extends Component<NoteLineProps> {
  override shouldComponentUpdate(next: NoteLineProps): boolean {
    return !isSameLine(this.props, next);
  }

  override render({ note, zone, rests, look, style, stop, left, height, role, dataZone }: NoteLineProps) {
    return (
      <li class={rests ? "resting" : look} role={role} style={style} data-zone={dataZone}>
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

export function isSameLine(a: NoteLineProps, b: NoteLineProps): boolean {
  return isSame(a, b, "style") && (a.style === b.style || isSame(a.style ?? NOTHING, b.style ?? NOTHING));
}

/** Whether the same members are in both, but for one. */
function isSame<T extends object>(a: T, b: T, but?: keyof T): boolean {
  for (const key in a) if (key !== but && a[key] !== b[key]) return false;
  for (const key in b) if (!(key in a)) return false;
  return true;
}

const NOTHING: CSSProperties = {};

function Resting({ note, stop }: { readonly note: Note; readonly stop: boolean }) {
  const desk = useDesk();
  const kind = kindOf(desk, note.kind);
  return <RestingNote note={note} stop={stop} tint={kind?.tint ?? "neutral"} kind={inWords(desk, kind?.title)} />;
}
