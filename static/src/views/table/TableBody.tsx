import { useComputed } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";

import type { Note } from "../../board/items";
import { sought } from "../../parts/bring-into-sight";
import { useDesk } from "../../parts/desk";
import { heightsOf } from "./heights";
import { TableRow } from "./TableRow";
import type { Column } from "./columns";
import type { Cells } from "./useCells";
import { LONG, useDrawnRows } from "./useDrawnRows";
import type { Grid } from "./useGrid";

const FIRST = 60;
const AT_A_TIME = 120;

interface TableBodyProps {
  /** What scrolls. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly ids: readonly string[];
  readonly notes: readonly Note[];
  readonly all: readonly Column[];
  readonly shown: readonly Column[];
  readonly cells: ReadonlyMap<string, Cells>;
  readonly grid: Grid;
}

export function TableBody({ frame, ids, notes, all, shown, cells, grid }: TableBodyProps) {
  const desk = useDesk();
  const heights = useMemo(() => heightsOf(desk), [desk]);
  const held = useHeld(ids, grid);
  const pieces = useDrawnRows(frame, ids, { heights, held });
  const isLong = ids.length > LONG;
  const drawn = useGrowing(isLong ? 0 : ids.length);
  const byId = new Map(notes.map((note) => [note.id, note]));
  useLayoutEffect(() => grid.settle());
  const rowAt = (id: string, y: number) => {
    const [note, own] = [byId.get(id), cells.get(id)];
    return (
      note &&
      own && (
        <TableRow
          key={id}
          note={note}
          zone={desk.latest.value.areaOf(note).zone}
          all={all}
          shown={shown}
          cells={own}
          index={y + 2}
          grid={grid}
        />
      )
    );
  };
  return (
    <tbody>
      {pieces.flatMap((piece) =>
        "pixels" in piece ? (
          <tr key={`until ${ids[piece.to]}`} aria-hidden style={{ height: `${piece.pixels}px` }} />
        ) : (
          ids.slice(piece.from, isLong ? piece.to : drawn).map((id, i) => rowAt(id, piece.from + i))
        ),
      )}
    </tbody>
  );
}

/** The rows that keys lead to, the one that is written in, and the one that is looked for. */
function useHeld(ids: readonly string[], grid: Grid): readonly number[] {
  const { writing } = useDesk();
  const row = useComputed(() => grid.at.value.row).value;
  const others = useComputed(() => [writing.value, sought.value].join(" ")).value.split(" ");
  const at = ids.indexOf(row);
  const beside = at === -1 ? [] : [at - 1, at, at + 1];
  return [...beside, ...others.map((id) => ids.indexOf(id))].filter((i) => i >= 0 && i < ids.length);
}

/** A little at a time, so that no key waits for many rows. */
function useGrowing(length: number): number {
  const [count, setCount] = useState(FIRST);
  const rest = useMemo(() => length - count, [length, count]);
  useEffect(() => {
    if (rest <= 0) return undefined;
    const timer = setTimeout(() => setCount(count + AT_A_TIME), 0);
    return () => clearTimeout(timer);
  }, [rest]);
  return count;
}
