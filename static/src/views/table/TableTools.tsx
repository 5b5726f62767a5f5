import type { MethodKind } from "../../board/method";
import { useDesk } from "../../parts/desk";
import { Icon } from "../../parts/Icon";
import { mayAdd } from "../../parts/may";
import { inWords } from "../../parts/wording";
import type { Asked } from "./useRows";

interface TableToolsProps {
  /** Those that notes here have. */
  readonly kinds: readonly MethodKind[];
  readonly asked: Asked;
  readonly ask: (asked: Asked) => void;
  readonly shown: number;
  readonly count: number;
}

/** Which rows there are, and how more come. */
export function TableTools({ kinds, asked, ask, shown, count }: TableToolsProps) {
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
      {mayAdd(desk) && (
        <button type="button" class="button" onClick={() => (desk.dialog.value = { name: "rows", text: "" })}>
          <Icon name="list" />
          {say("table.paste")}
        </button>
      )}
      <p class="soft figures" role="status">
        {say("table.count", { shown: shown, count })}
      </p>
    </div>
  );
}
