import { useId, useRef, useState } from "preact/hooks";

import { useDesk } from "../../parts/desk";
import { Icon } from "../../parts/Icon";
import { TEXT } from "./columns";
import type { Column } from "./columns";
import type { ShownColumns } from "./useColumns";

interface ColumnsChooserProps {
  readonly columns: readonly Column[];
  readonly chosen: ShownColumns;
}

/** Which columns are drawn. Those that say nothing yet are not, until they are asked for here. */
export function ColumnsChooser({ columns, chosen }: ColumnsChooserProps) {
  const { say } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const figures = { shown: chosen.shown.length, count: columns.length };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes from anywhere inside
    <div
      class="columns-chooser"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.preventDefault();
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
      onFocusOut={(event) => {
        const next = event.relatedTarget as Node | null;
        if (next && !event.currentTarget.contains(next)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="columns-3" />
        {say("table.columns", figures)}
      </button>
      {isOpen && (
        <fieldset id={id} class="columns-list">
          <legend class="unseen">{say("table.columns", figures)}</legend>
          <p class="hint">{say("table.columns.what")}</p>
          {columns
            .filter(({ key }) => key !== TEXT)
            .map((column) => (
              <label key={column.key} class="choice">
                <input
                  type="checkbox"
                  checked={chosen.isShown(column)}
                  onChange={({ currentTarget }) => chosen.choose(column, currentTarget.checked)}
                />
                <span>{column.title}</span>
              </label>
            ))}
        </fieldset>
      )}
    </div>
  );
}
