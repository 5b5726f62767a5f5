import { useState } from "preact/hooks";

import { isNote } from "../../board/items";
import type { Fields } from "../../board/items";
import { setFields } from "../acts";
import { useDesk } from "../desk";
import { Modal } from "../Modal";
import { excerpt, inWords, kindOf } from "../wording";
import { DialogForm } from "./DialogForm";
import { FieldInput } from "./FieldInput";

/** The typed fields of a note, made from what its method says of its kind. */
export function FieldsDialog({ notes }: { readonly notes: readonly string[] }) {
  const desk = useDesk();
  const { say } = desk;
  const found = desk.store.items.value.get(notes[0] ?? "");
  const note = isNote(found) ? found : undefined;
  const [changed, setChanged] = useState<Fields>({});
  if (!note) return null;
  const kind = kindOf(desk, note.kind);
  const fields = kind?.fields ?? [];
  const now: Fields = { ...note.fields, ...changed };
  return (
    <Modal title={`${say("fields.title")} · ${inWords(desk, kind?.title)}`}>
      <DialogForm word={say("app.save")} onDone={() => setFields(desk, note, changed)}>
        <p class="quoted" lang={note.lang}>
          {excerpt(note.text, 120)}
        </p>
        {fields.length === 0 && <p>{say("fields.none")}</p>}
        {fields.map((field) => (
          <FieldInput
            key={field.key}
            field={field}
            value={now[field.key] ?? null}
            onChange={(value) => setChanged({ ...changed, [field.key]: value })}
          />
        ))}
      </DialogForm>
    </Modal>
  );
}
