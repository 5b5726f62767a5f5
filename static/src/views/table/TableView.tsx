import { useMemo, useRef, useState } from "preact/hooks";

import type { Note } from "../../board/items";
import { sought } from "../../parts/bring-into-sight";
import { useDesk } from "../../parts/desk";
import type { Desk } from "../../parts/desk";
import { ofZone } from "../../parts/refused";
import { RefusedStrip } from "../../parts/RefusedStrip";
import { Relations } from "../../parts/Relations";
import { useKeptScroll } from "../../parts/useKeptScroll";
import { excerpt } from "../../parts/wording";
import { CHOICE, columnsOf } from "./columns";
import { TableBody } from "./TableBody";
import { TableComposer } from "./TableComposer";
import { TableHead } from "./TableHead";
import { TablePlaces } from "./TablePlaces";
import { TableTools } from "./TableTools";
import { useCells } from "./useCells";
import { useColumns } from "./useColumns";
import { useGrid } from "./useGrid";
import type { Grid } from "./useGrid";
import { useRows } from "./useRows";
import type { Asked } from "./useRows";

/** The notes as rows and their typed fields as columns: the same board, for whoever would rather fill than draw. */
export function TableView() {
  const desk = useDesk();
  const { say, composing } = desk;
  const [asked, ask] = useState<Asked>({ words: "", kind: "", sort: null });
  const table = useTable(desk, asked);
  const { columns, chosen, rows, grid, notes } = table;
  const frame = useRef<HTMLDivElement>(null);
  useKeptScroll(frame, `${desk.boot.document}/table/scroll`);
  return (
    <div class="table-view">
      <TableTools
        kinds={table.kinds}
        columns={columns}
        chosen={chosen}
        asked={asked}
        ask={ask}
        rows={rows}
        count={notes.length}
      />
      {composing.value !== null && <TableComposer zone={composing.value} onAdded={bringIntoView} />}
      <Refused />
      <p class="unseen" id="table-use">
        {say("table.use")}
      </p>
      <div class="table-frame" ref={frame}>
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- cells that are changed make it a grid
          role="grid"
          aria-label={say("table.label")}
          aria-describedby="table-use"
          aria-multiselectable
          aria-rowcount={rows.ids.length + 1}
          aria-colcount={chosen.shown.length + 1}
          style={{ "--others": chosen.shown.length - 1 }}
        >
          <TableHead columns={chosen.shown} rows={rows.ids} grid={grid} asked={asked} ask={ask} />
          <TableBody
            frame={frame}
            ids={rows.ids}
            notes={notes}
            all={columns}
            shown={chosen.shown}
            cells={table.cells}
            grid={grid}
          />
        </table>
        {rows.ids.length === 0 && <p class="soft">{say("table.empty")}</p>}
        <div class="table-relations">
          <TablePlaces />
          <Relations level={3} />
        </div>
      </div>
    </div>
  );
}

function useTable(desk: Desk, asked: Asked) {
  const notes = desk.arrangement.value.areas.flatMap((area) => area.notes);
  const used = [...new Set(notes.map(({ kind }) => kind))].toSorted().join();
  const kinds = useMemo(
    () => desk.kinds.value.known.filter(({ key }) => used.split(",").includes(key)),
    [used, desk.kinds.value],
  );
  const columns = useMemo(
    () => columnsOf(desk, asked.kind ? kinds.filter(({ key }) => key === asked.kind) : kinds),
    [kinds, asked.kind, desk.board.value],
  );
  const cells = useCells(desk, notes, columns);
  const chosen = useColumns(desk, columns, cells);
  const rows = useRows(desk, { notes, columns, shown: chosen.shown, cells }, asked);
  const keys = useMemo(() => [CHOICE, ...chosen.shown.map(({ key }) => key)], [chosen.shown]);
  const grid = useGrid(rows.ids, keys, () => tellWhere(desk, grid));
  return { notes, kinds, columns, cells, chosen, rows, grid };
}

/** The focus has come to another row, since the one that had it is gone. */
function tellWhere(desk: Desk, grid: Grid): void {
  const note = desk.store.items.peek().get(grid.at.peek().row) as Note | undefined;
  desk.tell(note ? desk.say("note.focusgone", { text: excerpt(note.text) }) : desk.say("note.focusgone.none"));
}

/** What was refused as it was to be added: beside a place there is nothing to stand in a table. */
function Refused() {
  const { store, latest } = useDesk();
  const refused = latest.value.areas.flatMap((area) => ofZone(store.refusals.value, area.id));
  return refused.length > 0 ? (
    <div class="table-refused">
      {refused.map((each) => (
        <RefusedStrip key={each.op} refused={each} />
      ))}
    </div>
  ) : null;
}

/** One's own new row may stand after many others. */
function bringIntoView(note: string): void {
  sought.value = note;
  requestAnimationFrame(() =>
    document.querySelector(`[data-note="${CSS.escape(note)}"]`)?.scrollIntoView({ block: "nearest" }),
  );
}
