import { Component } from "preact";
import { useRef } from "preact/hooks";

import { useDesk } from "../../parts/desk";
import { isSameLine, NoteLine } from "../../parts/NoteLine";
import type { NoteLineProps } from "../../parts/NoteLine";
import { isShownWhole } from "../../parts/NoteText";
import { inBatches } from "./batches";

/**
 * Thousands of notes on a plane, a hundred and fifty in a list of their own, which together are told of as one list.
 *
 * To a browser each of these is closed: what changes in a note is laid and painted anew there, and not in all.
 */
export function NoteBatches({ lines }: { readonly lines: readonly NoteLineProps[] }) {
  const desk = useDesk();
  const batchOf = useRef<ReadonlyMap<string, number>>(new Map());
  const ids = lines.map(({ note }) => note.id);
  batchOf.current = inBatches(ids, batchOf.current);
  const batches = new Map<number, NoteLineProps[]>();
  for (const line of lines) {
    const number = batchOf.current.get(line.note.id) ?? 0;
    const batch = batches.get(number);
    if (batch) batch.push(line);
    else batches.set(number, [line]);
  }
  const lies = ({ note: { id } }: NoteLineProps) =>
    desk.inHand.value.has(id) || desk.writing.value === id || isShownWhole(desk, id);
  return (
    <>
      {[...batches].map(([number, batch]) => (
        <Batch key={number} lines={batch} isOver={batch.some(lies)} />
      ))}
    </>
  );
}

interface BatchProps {
  readonly lines: readonly NoteLineProps[];
  /** One of them may lie over its neighbours, which may be in another batch. */
  readonly isOver: boolean;
}

class Batch extends Component<BatchProps> {
  override shouldComponentUpdate({ lines, isOver }: BatchProps): boolean {
    const before = this.props;
    return (
      before.isOver !== isOver ||
      before.lines.length !== lines.length ||
      !lines.every((line, i) => isSameLine(line, before.lines[i] as NoteLineProps))
    );
  }

  override render({ lines, isOver }: BatchProps) {
    return (
      <ul class={isOver ? "notes over" : "notes"} role="presentation">
        {lines.map((line) => (
          <NoteLine key={line.note.id} {...line} role="listitem" />
        ))}
      </ul>
    );
  }
}
