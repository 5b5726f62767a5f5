import { useState } from "preact/hooks";

import { isLink, isNote } from "../../board/items";
import type { Link, Note } from "../../board/items";
import type { MethodLink } from "../../board/method";
import { addLink, removeLink, setLink } from "../acts";
import type { LinkDraft } from "../acts";
import { useDesk } from "../desk";
import { Modal } from "../Modal";
import { excerpt, inWords, nameOf } from "../wording";
import { DialogForm } from "./DialogForm";
import { SelectField, TextField } from "./Field";

/** Making or changing an arrow by choosing its two ends by name. */
export function LinkDialog({ from, link }: { readonly from?: string | undefined; readonly link?: string | undefined }) {
  const desk = useDesk();
  const { say, boot } = desk;
  const found = link === undefined ? undefined : desk.store.items.value.get(link);
  const edited = isLink(found) ? found : undefined;
  const [draft, setDraft] = useState<LinkDraft>(() => draftOf(edited, from));
  const set = (part: Partial<LinkDraft>) => setDraft({ ...draft, ...part });
  const kinds = boot.method.links.filter((kind) => fits(kind, noteOf(draft.from), noteOf(draft.to)));
  const kind = kinds.find(({ key }) => key === draft.kind)?.key ?? kinds[0]?.key ?? "";
  const may = draft.from !== "" && draft.to !== "" && draft.from !== draft.to && kind !== "";
  const done = () => {
    if (edited) setLink(desk, edited, { ...draft, kind });
    else addLink(desk, { ...draft, kind });
  };
  return (
    <Modal title={say(edited ? "link.edit" : "link.title")}>
      <DialogForm word={say(edited ? "app.save" : "link.add")} may={may} onDone={done}>
        <NoteSelect label={say("link.from")} value={draft.from} fixed={edited} onChange={(id) => set({ from: id })} />
        <SelectField label={say("link.kind")} value={kind} onChange={(key) => set({ kind: key })}>
          {kinds.map(({ key, title }) => (
            <option key={key} value={key}>
              {inWords(desk, title)}
            </option>
          ))}
        </SelectField>
        <NoteSelect label={say("link.to")} value={draft.to} fixed={edited} onChange={(id) => set({ to: id })} />
        <StateSelect state={draft.state} onChange={(state) => set({ state })} />
        <TextField
          label={say("link.label")}
          hint={say("app.optional")}
          value={draft.label}
          onChange={(label) => set({ label })}
          input={{ maxLength: 200 }}
        />
        {edited && (
          <button
            type="button"
            class="button danger apart"
            onClick={() => {
              desk.dialog.value = null;
              removeLink(desk, edited);
            }}
          >
            {say("app.remove")}
          </button>
        )}
      </DialogForm>
    </Modal>
  );

  function noteOf(id: string): Note | undefined {
    const item = desk.store.items.value.get(id);
    return isNote(item) ? item : undefined;
  }
}

function draftOf(link: Link | undefined, from: string | undefined): LinkDraft {
  if (!link) return { from: from ?? "", to: "", kind: "", label: "", state: "" };
  return { from: link.from, to: link.to, kind: link.kind, label: link.label ?? "", state: link.state ?? "" };
}

function fits({ from, to }: MethodLink, first: Note | undefined, second: Note | undefined): boolean {
  return takes(from, first) && takes(to, second);
}

function takes(kinds: readonly string[] | undefined, note: Note | undefined): boolean {
  return !kinds?.length || !note || kinds.includes(note.kind);
}

/** How well what the arrow says works, where the method asks for it. */
function StateSelect({ state, onChange }: { readonly state: string; readonly onChange: (state: string) => void }) {
  const desk = useDesk();
  const states = desk.boot.method.link_states;
  if (states.length === 0) return null;
  return (
    <SelectField label={desk.say("link.state")} value={state} onChange={onChange}>
      <option value="">{desk.say("link.state.none")}</option>
      {states.map(({ key, title }) => (
        <option key={key} value={key}>
          {inWords(desk, title)}
        </option>
      ))}
    </SelectField>
  );
}

interface NoteSelectProps {
  readonly label: string;
  readonly value: string;
  /** The ends of an arrow that is there stay as they are. */
  readonly fixed: Link | undefined;
  readonly onChange: (id: string) => void;
}

/** The board's notes under the names of their places. */
function NoteSelect({ label, value, fixed, onChange }: NoteSelectProps) {
  const desk = useDesk();
  const areas = desk.arrangement.value.areas.filter(({ notes }) => notes.length > 0);
  const note = desk.store.items.value.get(value);
  if (fixed) {
    return (
      <p>
        <b>{label}:</b> {isNote(note) ? excerpt(note.text) : ""}
      </p>
    );
  }
  return (
    <SelectField label={label} value={value} onChange={onChange}>
      <option value="">{desk.say("link.choose")}</option>
      {areas.map((area) => (
        <optgroup key={area.id} label={nameOf(desk, area)}>
          {area.notes.map(({ id, text }) => (
            <option key={id} value={id}>
              {excerpt(text)}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}
