import { isNote } from "../../board/items";
import type { Note } from "../../board/items";
import type { MethodField } from "../../board/method";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { Modal } from "../Modal";
import { mayTie, openTie } from "../register/tie";
import { setFieldsOf } from "../several/several";
import { excerpt, inWords, kindOf } from "../wording";
import { FieldEditor } from "./FieldEditor";
import { fieldsOf, fromPlace, nameOfField, said } from "./values";

/** A small card beside a note, or over several: what its place says of it, and what may be said besides. Each choice is saved at once. */
export function FieldsCard({ notes: ids }: { readonly notes: readonly string[] }) {
  const desk = useDesk();
  const { say, store } = desk;
  const notes = ids.map((id) => store.items.value.get(id)).filter(isNote);
  const [first] = notes;
  if (!first) return null;
  const one = notes.length === 1 ? first : undefined;
  const place = one ? fromPlace(desk, one) : {};
  const open = sharedFields(desk, notes).filter(({ key }) => !(key in place));
  const told = fieldsOf(desk, first.kind).filter(({ key }) => key in place);
  const kind = one ? ` · ${inWords(desk, kindOf(desk, first.kind)?.title)}` : "";
  return (
    <Modal title={`${say("fields.title.many", { count: notes.length })}${kind}`} beside={one?.id}>
      {one && (
        <p class="quoted" lang={one.lang}>
          {excerpt(one.text, 120)}
        </p>
      )}
      {told.length > 0 && (
        <section>
          <h3>{say("fields.place")}</h3>
          <dl class="told-fields">
            {told.map((field) => (
              <div key={field.key}>
                <dt>{nameOfField(desk, field)}</dt>
                <dd>{said(desk, field, place[field.key])}</dd>
              </div>
            ))}
          </dl>
          <p class="hint">{say("fields.place.what")}</p>
        </section>
      )}
      {open.length === 0 && told.length === 0 && <p>{say("fields.none")}</p>}
      {open.map((field) => (
        <FieldEditor
          key={field.key}
          field={field}
          value={valueOf(notes, field.key)}
          onChange={(value) => setFieldsOf(desk, notes, { [field.key]: value })}
        />
      ))}
      {one && mayTie(desk, one) && (
        <button type="button" class="button small" onClick={() => openTie(desk, one.id)}>
          {say("tool.tie")}
        </button>
      )}
    </Modal>
  );
}

function meaning({ key, type, choices }: MethodField): string {
  return [key, type, ...(choices ?? []).map((each) => each.key)].join();
}

/** Those that all the notes have, of one meaning. */
function sharedFields(desk: Desk, notes: readonly Note[]): readonly MethodField[] {
  const [first = [], ...others] = [...new Set(notes.map(({ kind }) => kind))].map((kind) => fieldsOf(desk, kind));
  return first.filter((field) => others.every((list) => list.some((other) => meaning(other) === meaning(field))));
}

/** The value that all have; undefined where they differ. */
function valueOf(notes: readonly Note[], key: string): unknown {
  const values = notes.map((note) => note.fields?.[key] ?? null);
  const isSame = values.every((value) => JSON.stringify(value) === JSON.stringify(values[0]));
  return isSame ? values[0] : undefined;
}
