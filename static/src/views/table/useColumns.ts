/** Which columns are drawn: those that say something of some row, and those that the reader has asked for. */

import { useMemo, useRef } from "preact/hooks";
import type { ReadonlySignal } from "@preact/signals";

import type { Desk } from "../../parts/desk";
import { remembered } from "../../parts/remembered";
import { TEXT } from "./columns";
import type { Column } from "./columns";
import type { Cells } from "./useCells";

export interface ShownColumns {
  readonly shown: readonly Column[];
  isShown(column: Column): boolean;
  choose(column: Column, shows: boolean): void;
}

type Wished = Readonly<Record<string, boolean>>;

/** A column that said something stays until the table is left: nothing goes away under the reader. */
export function useColumns(desk: Desk, columns: readonly Column[], cells: ReadonlyMap<string, Cells>): ShownColumns {
  const wished = useMemo(() => remembered<Wished>(`${desk.boot.document}/columns`, {}), []);
  const filled = useRef(new Set<string>([TEXT, "=place", "=kind"]));
  if (desk.voting.value.open?.over === "notes") filled.current.add("=votes");
  const looked = useRef(new WeakSet<Cells>());
  for (const row of cells.values()) {
    if (looked.current.has(row)) continue;
    looked.current.add(row);
    columns.forEach(({ key }, i) => row[i]?.text && filled.current.add(key));
  }
  const isShown = ({ key }: Column) => key === TEXT || (wished.value[key] ?? filled.current.has(key));
  const shown = useSame(columns.filter(isShown));
  return { shown, isShown, choose: (column, shows) => choose(wished, column, shows) };
}

function choose(wished: ReadonlySignal<Wished> & { value: Wished }, { key }: Column, shows: boolean): void {
  wished.value = { ...wished.peek(), [key]: shows };
}

/** The same list as before while it holds the same. */
function useSame<T>(list: readonly T[]): readonly T[] {
  const last = useRef(list);
  const isSame = last.current.length === list.length && last.current.every((each, i) => each === list[i]);
  if (!isSame) last.current = list;
  return last.current;
}
