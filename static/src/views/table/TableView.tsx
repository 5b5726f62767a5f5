import { useEffect, useMemo, useState } from "preact/hooks";

import type { Note } from "../../board/items";
import { useDesk } from "../../parts/desk";
import { Icon } from "../../parts/Icon";
import { setFieldsOf } from "../../parts/several/several";
import { CellEditor } from "./CellEditor";
import { cellOf, columnsOf } from "./columns";
import type { Column } from "./columns";
import { TableTools } from "./TableTools";
import { HEAD, useGrid } from "./useGrid";
import type { Grid } from "./useGrid";
import { useRows } from "./useRows";
import type { Asked } from "./useRows";

const FIRST = 60;
const AT_A_TIME = 120;

/** The notes as rows and their typed fields as columns: the same board, for whoever would rather fill than draw. */
export function TableView() {
  const desk = useDesk();
  const { say } = desk;
  const [asked, ask] = useState<Asked>({ words: "", kind: "", sort: null });
  const all = desk.arrangement.value.areas.flatMap((area) => area.notes);
  const used = new Set(all.map(({ kind }) => kind));
  const kinds = desk.kinds.value.known.filter(({ key }) => used.has(key));
  const shownKinds = asked.kind ? kinds.filter(({ key }) => key === asked.kind) : kinds;
  const columns = columnsOf(desk, shownKinds);
  const rows = useRows(desk, columns, asked);
  const grid = useGrid(
    rows.map(({ id }) => id),
    columns.map(({ key }) => key),
  );
  const drawn = useGrowing(rows.length);
  return (
    <div class="table-view">
      <TableTools kinds={kinds} asked={asked} ask={ask} shown={rows.length} count={all.length} />
      <p class="unseen" id="table-use">
        {say("table.use")}
      </p>
      <div class="table-frame">
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- cells that are changed make it a grid
          role="grid"
          aria-label={say("table.label")}
          aria-describedby="table-use"
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length}
        >
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column, i) => (
                <Head key={column.key} column={column} index={i} grid={grid} asked={asked} ask={ask} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, drawn).map((note, y) => (
              <tr key={note.id} aria-rowindex={y + 2}>
                {columns.map((column, x) => (
                  <Box key={column.key} note={note} column={column} index={x} grid={grid} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p class="soft">{say("table.empty")}</p>}
      </div>
    </div>
  );
}

interface HeadProps {
  readonly column: Column;
  readonly index: number;
  readonly grid: Grid;
  readonly asked: Asked;
  readonly ask: (asked: Asked) => void;
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
      aria-colindex={index + 1}
      aria-sort={sort === null ? "none" : sort.down ? "descending" : "ascending"}
      class={key === "=text" ? "text" : undefined}
    >
      <button
        type="button"
        tabIndex={grid.isAt(HEAD, key) ? 0 : -1}
        title={say("table.sort", { column: title })}
        onClick={turn}
        onFocus={() => grid.isAt(HEAD, key) || grid.go({ row: HEAD, column: key })}
        onKeyDown={(event) => walk(event, grid)}
      >
        {title}
        {sort && <Icon name={sort.down ? "arrow-down" : "arrow-up"} />}
      </button>
    </th>
  );
}

interface BoxProps {
  readonly note: Note;
  readonly column: Column;
  readonly index: number;
  readonly grid: Grid;
}

function Box({ note, column, index, grid }: BoxProps) {
  const desk = useDesk();
  const cell = cellOf(desk, note, column);
  const here = { row: note.id, column: column.key };
  const isHere = grid.isAt(note.id, column.key);
  const isChanging = isHere && grid.isChanging;
  const begin = () => {
    if (cell.from === "own") grid.change(here);
    else desk.tell(desk.say(cell.from === "place" ? "table.byplace" : "table.fixed"));
  };
  const press = (event: KeyboardEvent) => {
    if (isChanging) return whileChanging(event, grid);
    if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      begin();
    } else if (event.key === "Delete" && column.field && cell.from === "own" && cell.text) {
      event.preventDefault();
      setFieldsOf(desk, [note], { [column.field.key]: null });
    } else walk(event, grid);
  };
  return (
    <td
      role={column.key === "=text" ? "rowheader" : "gridcell"}
      class={[column.key === "=text" && "text", cell.from !== "own" && "told"].filter(Boolean).join(" ") || undefined}
      tabIndex={isHere && !isChanging ? 0 : -1}
      aria-colindex={index + 1}
      aria-readonly={cell.from !== "own"}
      lang={column.key === "=text" ? note.lang : undefined}
      onClick={() => (isHere && !isChanging ? begin() : isChanging || grid.go(here))}
      onKeyDown={press}
      onFocusOut={(event) => {
        const stays = event.currentTarget.contains(event.relatedTarget as Node | null);
        if (isChanging && !stays) grid.leave(false);
      }}
    >
      {isChanging ? <CellEditor note={note} column={column} /> : cell.text}
    </td>
  );
}

/** Escape and Enter leave the cell, the focus on it; in a text Shift + Enter is a new line. */
function whileChanging(event: KeyboardEvent, grid: Grid): void {
  if (event.isComposing || (event.key !== "Escape" && (event.key !== "Enter" || event.shiftKey))) return;
  event.preventDefault();
  event.stopPropagation();
  (event.target as HTMLElement).blur();
  grid.leave(true);
}

function walk(event: KeyboardEvent, grid: Grid): void {
  if (event.altKey || event.shiftKey) return;
  const to = grid.to(event.key, event.ctrlKey || event.metaKey);
  if (!to) return;
  event.preventDefault();
  event.stopPropagation();
  grid.go(to);
}

/** A little at a time, so that no key waits for a long table. */
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
