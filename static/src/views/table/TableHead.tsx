import { useComputed } from "@preact/signals";

import { useDesk } from "../../parts/desk";
import { Icon } from "../../parts/Icon";
import { CHOICE, TEXT } from "./columns";
import type { Column } from "./columns";
import { cellName, HEAD } from "./useGrid";
import type { Grid } from "./useGrid";
import type { Asked } from "./useRows";

interface TableHeadProps {
  readonly columns: readonly Column[];
  /** All that are rows now. */
  readonly rows: readonly string[];
  readonly grid: Grid;
  readonly asked: Asked;
  readonly ask: (asked: Asked) => void;
}

export function TableHead({ columns, rows, grid, asked, ask }: TableHeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <AllChoice rows={rows} grid={grid} />
        {columns.map((column, i) => (
          <Head key={column.key} column={column} index={i + 2} grid={grid} asked={asked} ask={ask} />
        ))}
      </tr>
    </thead>
  );
}

function useHead(grid: Grid, column: string) {
  const at = { row: HEAD, column };
  const isHere = useComputed(() => grid.at.value.row === HEAD && grid.at.value.column === column).value;
  return {
    tabIndex: isHere ? 0 : -1,
    "data-cell": cellName(at),
    onFocus: () => grid.arrive(at),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.altKey || event.shiftKey) return;
      const to = grid.to(event.key, event.ctrlKey || event.metaKey);
      if (!to) return;
      event.preventDefault();
      event.stopPropagation();
      grid.go(to);
    },
  };
}

/** All rows in hand, or none. */
function AllChoice({ rows, grid }: Pick<TableHeadProps, "rows" | "grid">) {
  const { say, inHand, tell } = useDesk();
  const isAll = useComputed(() => rows.length > 0 && rows.every((id) => inHand.value.has(id))).value;
  const isSome = useComputed(() => !isAll && rows.some((id) => inHand.value.has(id))).value;
  return (
    <th scope="col" class="choice-cell" aria-colindex={1}>
      <label>
        <input
          type="checkbox"
          {...useHead(grid, CHOICE)}
          aria-label={say("table.choose.all")}
          checked={isAll}
          indeterminate={isSome}
          onChange={() => {
            inHand.value = new Set(isAll ? [] : rows);
            tell(say("tool.inhand", { count: inHand.peek().size }));
          }}
        />
      </label>
    </th>
  );
}

interface HeadProps extends Omit<TableHeadProps, "columns" | "rows"> {
  readonly column: Column;
  readonly index: number;
}

/** Up, down, and the board's own order again. */
function Head({ column, index, grid, asked, ask }: HeadProps) {
  const { say, tell } = useDesk();
  const { key, title } = column;
  const sort = asked.sort?.key === key ? asked.sort : null;
  const turn = () => {
    const next = sort === null ? { key, down: false } : sort.down ? null : { key, down: true };
    ask({ ...asked, sort: next });
    tell(
      say(next === null ? "table.sorted.off" : next.down ? "table.sorted.down" : "table.sorted.up", { column: title }),
    );
  };
  return (
    <th
      scope="col"
      aria-colindex={index}
      aria-sort={sort === null ? "none" : sort.down ? "descending" : "ascending"}
      class={key === TEXT ? "text" : undefined}
    >
      <button type="button" {...useHead(grid, key)} title={say("table.sort", { column: title })} onClick={turn}>
        <span>{title}</span>
        {sort && <Icon name={sort.down ? "arrow-down" : "arrow-up"} />}
      </button>
    </th>
  );
}
