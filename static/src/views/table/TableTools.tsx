import type { MethodKind } from "../../board/method";
import { useDesk } from "../../parts/desk";
import { Icon } from "../../parts/Icon";
import { mayAdd } from "../../parts/may";
import { inWords } from "../../parts/wording";
import { ColumnsChooser } from "./ColumnsChooser";
import type { Column } from "./columns";
import type { ShownColumns } from "./useColumns";
import type { Asked, Rows } from "./useRows";

interface TableToolsProps {
  /** Those that notes here have. */
  readonly kinds: readonly MethodKind[];
  readonly columns: readonly Column[];
  readonly chosen: ShownColumns;
  readonly asked: Asked;
  readonly ask: (asked: Asked) => void;
  readonly rows: Rows;
  readonly count: number;
}

/** Which rows and columns there are, and how more come. */
export function TableTools({ kinds, columns, chosen, asked, ask, rows, count }: TableToolsProps) {
  const desk = useDesk();
  const { say } = desk;
  return (
    <div class="table-tools">
      <input
        type="search"
        aria-label={say("table.filter")}
        placeholder={say("table.filter")}
        value={asked.words}
        onInput={({ currentTarget }) => ask({ ...asked, words: currentTarget.value })}
      />
      {kinds.length > 1 && (
        <select
          aria-label={say("table.kind")}
          value={asked.kind}
          onChange={({ currentTarget }) => ask({ ...asked, kind: currentTarget.value })}
        >
          <option value="">{say("table.filter.kind")}</option>
          {kinds.map(({ key, plural }) => (
            <option key={key} value={key}>
              {inWords(desk, plural)}
            </option>
          ))}
        </select>
      )}
      <ColumnsChooser columns={columns} chosen={chosen} />
      {mayAdd(desk) && <Adders />}
      {rows.isStale && (
        <button type="button" class="button quiet" onClick={() => ask({ ...asked })}>
          <Icon name="refresh-cw" />
          {say("table.again")}
        </button>
      )}
      <p class="soft figures" role="status">
        {say("table.count", { shown: rows.ids.length, count })}
      </p>
    </div>
  );
}

function Adders() {
  const desk = useDesk();
  const { say, composing, latest } = desk;
  return (
    <>
      <button
        type="button"
        class="button"
        aria-expanded={composing.value !== null}
        onClick={() => {
          const first = latest.peek().areas.find(({ accepts }) => accepts.length > 0);
          composing.value = composing.peek() === null ? (first?.id ?? null) : null;
        }}
      >
        <Icon name="plus" />
        <span class="word">{say("table.add")}</span>
      </button>
      <button type="button" class="button" onClick={() => (desk.dialog.value = { name: "rows", text: "" })}>
        <Icon name="list" />
        <span class="word">{say("table.paste")}</span>
      </button>
    </>
  );
}
