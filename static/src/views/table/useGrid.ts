/** Moving in the table with keys, as in any grid: one Tab stop, arrows from cell to cell, Enter to change, Escape to leave it. */

import { batch, computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { useLayoutEffect, useState } from "preact/hooks";

import { TEXT } from "./columns";

export const HEAD = "=head";
const PAGE = 10;

export interface At {
  /** The note, or `HEAD`. */
  readonly row: string;
  readonly column: string;
}

export interface Grid {
  /** The cell that Tab comes to; one that is there always. */
  readonly at: ReadonlySignal<At>;
  readonly isChanging: ReadonlySignal<boolean>;
  /** The rows and columns that are there now. */
  lay(rows: readonly string[], columns: readonly string[]): void;
  go(at: At): void;
  change(at: At): void;
  /** The focus came to this cell by itself. */
  arrive(at: At): void;
  /** Leave the cell that is changed; the focus goes to it, or stays where it went. */
  leave(takesFocus: boolean): void;
  /** The rows have been drawn: the one that was gone to may be among them now. */
  settle(): void;
  /** Where this key leads; null: it is none of the grid's. */
  to(key: string, ctrl: boolean): At | null;
}

/** What a cell, or what has the focus in it, is found by. */
export function cellName({ row, column }: At): string {
  return `${row} ${column}`;
}

/** False: it is not drawn yet. */
export function focusCell(at: At): boolean {
  const cell = document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cellName(at))}"]`);
  cell?.focus({ preventScroll: true });
  cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return cell !== null;
}

/** `gone`: the row that had the focus is there no more, and another one has it. */
export function useGrid(rows: readonly string[], columns: readonly string[], gone: () => void): Grid {
  const [grid] = useState(createGrid);
  grid.lay(rows, columns);
  // A row that is put elsewhere loses the focus on the way.
  const had = document.activeElement?.closest<HTMLElement>("[data-cell]")?.dataset["cell"];
  useLayoutEffect(() => {
    if (had === undefined || document.activeElement !== document.body) return;
    focusCell(grid.at.peek());
    const row = had.split(" ")[0] ?? HEAD;
    if (row !== HEAD && !rows.includes(row)) gone();
  });
  return grid;
}

function createGrid(): Grid {
  const lists = signal<{ rows: readonly string[]; columns: readonly string[] }>({ rows: [], columns: [] });
  const wished = signal<At & { readonly index: number }>({ row: "", column: TEXT, index: 0 });
  const changing = signal(false);
  let wanted: At | null = null;
  const at = computed(() => {
    const { rows, columns } = lists.value;
    const { row, column, index } = wished.value;
    const known = row === HEAD || rows.includes(row);
    return {
      row: known ? row : (rows[Math.min(index, rows.length - 1)] ?? HEAD),
      column: columns.includes(column) ? column : TEXT,
    };
  });
  const wish = ({ row, column }: At) => {
    wished.value = { row, column, index: Math.max(0, lists.peek().rows.indexOf(row)) };
  };
  return {
    at,
    isChanging: changing,
    lay: (rows, columns) => {
      const before = lists.peek();
      if (before.rows !== rows || before.columns !== columns) lists.value = { rows, columns };
    },
    go: (to) => {
      batch(() => {
        wish(to);
        changing.value = false;
      });
      wanted = focusCell(to) ? null : to;
    },
    change: (to) => {
      batch(() => {
        wish(to);
        changing.value = true;
      });
    },
    arrive: (to) => {
      const { row, column } = at.peek();
      if (row !== to.row || column !== to.column) wish(to);
    },
    leave: (takesFocus) => {
      changing.value = false;
      if (takesFocus) focusCell(at.peek());
    },
    settle: () => {
      if (wanted !== null && focusCell(wanted)) wanted = null;
    },
    to: (key, ctrl) => {
      const { rows, columns } = lists.peek();
      const all = [HEAD, ...rows];
      const { row, column } = at.peek();
      const last = { y: all.length - 1, x: columns.length - 1 };
      const target = stepFrom(key, ctrl, { y: all.indexOf(row), x: columns.indexOf(column) }, last);
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
