import { useState } from "preact/hooks";

import { isLink, isNote } from "../../board/items";
import type { Link, Note } from "../../board/items";
import { addLink, removeLink, setLink } from "../acts";
import type { LinkDraft } from "../acts";
import { useDesk } from "../desk";
import { Modal } from "../Modal";
import { excerpt, inWords, nameOf } from "../wording";
import { DialogForm } from "./DialogForm";
import { SelectField, TextField } from "./Field";

interface LinkDialogProps {
  readonly from?: string | undefined;
  /** The arrow to change, if it is there already. */
  readonly link?: string | undefined;
}

/** Making or changing an arrow by choosing its two ends by name. */
export function LinkDialog({ from, link }: LinkDialogProps) {
  const desk = useDesk();
  const { say } = desk;
  const { edited, draft, set, kinds, kind, to, may, done } = useLinkDraft(from, link);
  return (
    <Modal title={say(edited ? "link.edit" : "link.title")}>
      <DialogForm word={say(edited ? "app.save" : "link.add")} may={may} onDone={done}>
        <NoteSelect label={say("link.from")} value={draft.from} fixed={edited} onChange={(id) => set({ from: id })} />
        <SelectField label={say("link.kind")} value={kind?.key ?? ""} onChange={(key) => set({ kind: key })}>
          {kinds.map(({ key, title }) => (
            <option key={key} value={key}>
              {inWords(desk, title)}
            </option>
          ))}
        </SelectField>
        {kinds.length === 0 && <p class="hint">{say("link.none.from")}</p>}
        <NoteSelect
          label={say("link.to")}
          value={to}
          fixed={edited}
          kinds={kind?.to}
          not={draft.from}
          onChange={(id) => set({ to: id })}
        />
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
}

/** The arrow being made, what it may say between these two notes, and whether it is whole. */
function useLinkDraft(start: string | undefined, link: string | undefined) {
  const desk = useDesk();
  const items = desk.store.items.value;
  const found = items.get(link ?? "");
  const edited = isLink(found) ? found : undefined;
  const [draft, setDraft] = useState<LinkDraft>(() => draftOf(edited, start));
  const noteOf = (id: string) => [items.get(id)].find(isNote);
  // An arrow that is there keeps its ends: what it says must fit both.
  const kinds = desk.boot.method.links.filter(
    (each) => takes(each.from, noteOf(draft.from)) && (!edited || takes(each.to, noteOf(draft.to))),
  );
  const kind = kinds.find(({ key }) => key === draft.kind) ?? kinds[0];
  const to = takes(kind?.to, noteOf(draft.to)) && draft.to !== draft.from ? draft.to : "";
  const done = () => {
    const whole = { ...draft, to, kind: kind?.key ?? "" };
    if (edited) setLink(desk, edited, whole);
    else addLink(desk, whole);
  };
  const set = (part: Partial<LinkDraft>) => setDraft({ ...draft, ...part });
  return { edited, draft, set, kinds, kind, to, may: draft.from !== "" && to !== "" && kind !== undefined, done };
}

function draftOf(link: Link | undefined, from: string | undefined): LinkDraft {
  if (!link) return { from: from ?? "", to: "", kind: "", label: "", state: "" };
  return { from: link.from, to: link.to, kind: link.kind, label: link.label ?? "", state: link.state ?? "" };
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
  /** Only notes of these kinds; all if not said. */
  readonly kinds?: readonly string[] | undefined;
  /** Not this one: an arrow goes from one note to another. */
  readonly not?: string;
  readonly onChange: (id: string) => void;
}

/** The board's notes under the names of their places. */
function NoteSelect({ label, value, fixed, kinds, not, onChange }: NoteSelectProps) {
  const desk = useDesk();
  const areas = desk.arrangement.value.areas
    .map((area) => ({ area, notes: area.notes.filter((each) => each.id !== not && takes(kinds, each)) }))
    .filter(({ notes }) => notes.length > 0);
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
      {areas.map(({ area, notes }) => (
        <optgroup key={area.id} label={nameOf(desk, area)}>
          {notes.map(({ id, text }) => (
            <option key={id} value={id}>
              {excerpt(text)}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}
