/** Moving in the table with keys, as in any grid: one Tab stop, arrows from cell to cell, Enter to change, Escape to leave it. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";

export const HEAD = "=head";
const PAGE = 10;

export interface At {
  /** The note, or `HEAD`. */
  readonly row: string;
  readonly column: string;
}

export interface Grid {
  readonly at: At;
  readonly isChanging: boolean;
  isAt(row: string, column: string): boolean;
  go(at: At): void;
  change(at: At): void;
  /** Leave the cell that is changed; the focus goes to it, or stays where it went. */
  leave(takesFocus: boolean): void;
  /** Where this key leads; null: it is none of the grid's. */
  to(key: string, ctrl: boolean): At | null;
}

export function useGrid(rows: readonly string[], columns: readonly string[]): Grid {
  const all = [HEAD, ...rows];
  const [wished, setAt] = useState<At>({ row: rows[0] ?? HEAD, column: columns[0] ?? "" });
  const [isChanging, setChanging] = useState(false);
  const focus = useRef(false);
  const at = {
    row: all.includes(wished.row) ? wished.row : (rows[0] ?? HEAD),
    column: columns.includes(wished.column) ? wished.column : (columns[0] ?? ""),
  };
  useLayoutEffect(() => {
    if (!focus.current) return;
    focus.current = false;
    const cell = document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]');
    cell?.focus();
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  const go = (to: At) => {
    focus.current = true;
    setChanging(false);
    setAt(to);
  };
  return {
    at,
    isChanging,
    isAt: (row, column) => at.row === row && at.column === column,
    go,
    change: (to) => {
      setAt(to);
      setChanging(true);
    },
    leave: (takesFocus) => {
      focus.current = takesFocus;
      setChanging(false);
    },
    to: (key, ctrl) => {
      const [y, x] = [all.indexOf(at.row), columns.indexOf(at.column)];
      const target = stepFrom(key, ctrl, { y, x }, { y: all.length - 1, x: columns.length - 1 });
      return target && { row: all[target.y] ?? HEAD, column: columns[target.x] ?? "" };
    },
  };
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

function stepFrom(key: string, ctrl: boolean, { x, y }: Spot, last: Spot): Spot | null {
  const within = (to: Spot) => ({ x: Math.min(last.x, Math.max(0, to.x)), y: Math.min(last.y, Math.max(0, to.y)) });
  switch (key) {
    case "ArrowLeft":
      return within({ x: x - 1, y });
    case "ArrowRight":
      return within({ x: x + 1, y });
    case "ArrowUp":
      return within({ x, y: y - 1 });
    case "ArrowDown":
      return within({ x, y: y + 1 });
    case "PageUp":
      return within({ x, y: Math.max(1, y - PAGE) });
    case "PageDown":
      return within({ x, y: y + PAGE });
    case "Home":
      return within({ x: 0, y: ctrl ? 1 : y });
    case "End":
      return within({ x: last.x, y: ctrl ? last.y : y });
    default:
      return null;
  }
}
