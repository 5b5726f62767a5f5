import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { isLink } from "../../board/items";
import type { Link, Note } from "../../board/items";
import type { MethodLink } from "../../board/method";
import { removeLink, setLink } from "../acts";
import type { LinkDraft } from "../acts";
import { useDesk } from "../desk";
import { connect, kindsBetween, noteOf, whyNot } from "../links/connecting";
import { NotePicker } from "../links/NotePicker";
import { Modal } from "../Modal";
import { excerpt, inWords, sentenceOf } from "../wording";
import { DialogForm } from "./DialogForm";
import { SelectField, TextField } from "./Field";

interface LinkDialogProps {
  readonly from?: string | undefined;
  /** Its other end, where it was drawn from one to the other. */
  readonly to?: string | undefined;
  /** The arrow to change, if it is there already. */
  readonly link?: string | undefined;
}

/** Making or changing an arrow: its other end is found by its words, and what it will say stands below as a sentence. */
export function LinkDialog({ from, to, link }: LinkDialogProps) {
  const desk = useDesk();
  const { say } = desk;
  const given = { from: from !== undefined, to: to !== undefined };
  const { edited, draft, set, ends, kinds, kind, reason, may, done } = useLinkDraft(from, to, link);
  return (
    <Modal title={say(edited ? "link.edit" : "link.title")}>
      <DialogForm word={say(edited ? "app.save" : "link.add")} may={may} onDone={done}>
        <End label={say("link.from")} note={ends.from} fixed={given.from || edited !== undefined}>
          <NotePicker label={say("link.from")} value={draft.from} onChange={(id) => set({ from: id })} />
        </End>
        {ends.from && kindsBetween(desk, ends.from).length === 0 && <p class="hint">{say("link.none.from")}</p>}
        <End label={say("link.to")} note={ends.to} fixed={given.to || edited !== undefined}>
          <NotePicker label={say("link.to")} value={draft.to} from={ends.from} onChange={(id) => set({ to: id })} />
        </End>
        <KindSelect kinds={kinds} value={kind?.key ?? ""} onChange={(key) => set({ kind: key })} />
        <StateSelect state={draft.state} onChange={(state) => set({ state })} />
        <TextField
          label={say("link.label")}
          hint={say("app.optional")}
          value={draft.label}
          onChange={(label) => set({ label })}
          input={{ maxLength: 200 }}
        />
        {may && kind && <p class="quoted">{sentenceOf(desk, { ...draft, kind: kind.key })}</p>}
        <p class="link-reason" role="status">
          {reason}
        </p>
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

/** The arrow being made, what it may say between these two notes, and why it cannot be. */
function useLinkDraft(from: string | undefined, to: string | undefined, link: string | undefined) {
  const desk = useDesk();
  const found = desk.store.items.value.get(link ?? "");
  const edited = isLink(found) ? found : undefined;
  const [draft, setDraft] = useState<LinkDraft>(() => draftOf(edited, from, to));
  const ends = { from: noteOf(desk, draft.from), to: noteOf(desk, draft.to) };
  const kinds = kindsBetween(desk, ends.from, ends.to);
  const kind = kinds.find(({ key }) => key === draft.kind) ?? kinds[0];
  const reason = ends.from && ends.to && !edited ? whyNot(desk, ends.from, ends.to, kind?.key) : null;
  const done = () => {
    const whole = { ...draft, kind: kind?.key ?? "" };
    if (edited) setLink(desk, edited, whole);
    else connect(desk, whole);
  };
  const set = (part: Partial<LinkDraft>) => setDraft({ ...draft, ...part });
  const may = ends.from !== undefined && ends.to !== undefined && kind !== undefined && reason === null;
  return { edited, draft, set, ends, kinds, kind, reason, may, done };
}

function draftOf(link: Link | undefined, from = "", to = ""): LinkDraft {
  if (!link) return { from, to, kind: "", label: "", state: "" };
  return { from: link.from, to: link.to, kind: link.kind, label: link.label ?? "", state: link.state ?? "" };
}

interface EndProps {
  readonly label: string;
  readonly note: Note | undefined;
  /** It is known; the ends of an arrow that is there stay as they are. */
  readonly fixed: boolean;
  readonly children: ComponentChildren;
}

function End({ label, note, fixed, children }: EndProps) {
  if (!fixed) return <>{children}</>;
  return (
    <p>
      <b>{label}:</b> <span lang={note?.lang}>{note ? excerpt(note.text) : ""}</span>
    </p>
  );
}

interface KindSelectProps {
  readonly kinds: readonly MethodLink[];
  readonly value: string;
  readonly onChange: (key: string) => void;
}

function KindSelect({ kinds, value, onChange }: KindSelectProps) {
  const desk = useDesk();
  if (kinds.length === 0) return null;
  return (
    <SelectField label={desk.say("link.kind")} value={value} onChange={onChange}>
      {kinds.map(({ key, title }) => (
        <option key={key} value={key}>
          {inWords(desk, title)}
        </option>
      ))}
    </SelectField>
  );
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
