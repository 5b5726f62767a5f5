import { useState } from "preact/hooks";

import { act } from "../acts";
import { DialogForm } from "../dialogs/DialogForm";
import { Field, SelectField } from "../dialogs/Field";
import { useDesk } from "../desk";
import { Modal } from "../Modal";
import { notify } from "../notice";
import { kindsIn, nameOf } from "../wording";
import { MOST_ROWS, readRows, wishesFor } from "./read-rows";
import type { ReadRows } from "./read-rows";

/** Rows from a spreadsheet, looked at before they become notes: what is understood, what is not, and how many there will be. */
export function RowsDialog({ text: pasted }: { readonly text: string }) {
  const desk = useDesk();
  const { say } = desk;
  const areas = desk.latest.value.areas.filter((area) => kindsIn(desk, area).length > 0);
  const [text, setText] = useState(pasted);
  const [zone, setZone] = useState(desk.latest.value.unplaced.id);
  const found = readRows(desk, text, zone);
  const isTooMany = found.count > MOST_ROWS;
  return (
    <Modal title={say("table.paste.title", { count: found.count })}>
      <DialogForm
        word={say("table.paste.do", { count: found.notes.length })}
        may={found.notes.length > 0 && !isTooMany}
        onDone={() => {
          act(desk, wishesFor(desk, found.notes), "undo.paste");
          notify(desk, say("table.paste.done", { count: found.notes.length, rows: found.count }));
        }}
      >
        <Field label={say("table.paste.field")} hint={say("table.paste.what")}>
          {(ids) => (
            <textarea
              {...ids}
              rows={5}
              value={text}
              wrap="off"
              onInput={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
        </Field>
        <SelectField label={say("table.paste.place")} value={zone} onChange={setZone}>
          {areas.map((area) => (
            <option key={area.id} value={area.id}>
              {nameOf(desk, area)}
            </option>
          ))}
        </SelectField>
        {found.count > 0 && <Report found={found} isTooMany={isTooMany} />}
      </DialogForm>
    </Modal>
  );
}

function Report({ found, isTooMany }: { readonly found: ReadRows; readonly isTooMany: boolean }) {
  const { say } = useDesk();
  const { columns, unknown, remarks } = found;
  return (
    <section aria-live="polite">
      <p>{say("table.paste.columns", { columns: columns.join(", ") })}</p>
      {unknown.length > 0 && <p>{say("table.paste.unknown", { columns: unknown.join(", ") })}</p>}
      {isTooMany && <p class="error">{say("table.paste.many", { most: MOST_ROWS })}</p>}
      {remarks.length > 0 && (
        <details open={remarks.length < 8}>
          <summary>{say("table.paste.listed", { count: remarks.length })}</summary>
          <ul>
            {remarks.map(({ key, values }) => (
              <li key={`${key} ${JSON.stringify(values)}`}>{say(key, values)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
