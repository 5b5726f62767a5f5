import { useId, useState } from "preact/hooks";

import { isZone } from "../../board/items";
import type { Zone } from "../../board/items";
import { addZone, setZone } from "../acts";
import type { ZoneDraft } from "../acts";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { isAddable } from "../may";
import { Modal } from "../Modal";
import { countIn, remove, siblingsOf } from "../shape/shaping";
import type { Axis } from "../shape/shaping";
import { ZoneNames } from "../shape/ZoneNames";
import { addWord, inWords, stripWord } from "../wording";
import { DialogForm } from "./DialogForm";
import { SelectField, TextField } from "./Field";

const FIRST = "first";

/** A new phase, lane or zone. */
export function ZoneAdd({ axis }: { readonly axis?: Axis }) {
  const desk = useDesk();
  const siblings = siblingsOf(desk, axis);
  const [draft, setDraft] = useState<ZoneDraft>({
    title: "",
    hint: "",
    takes: desk.kinds.peek().known.map(({ key }) => key),
    after: siblings.at(-1)?.id ?? null,
  });
  const may = draft.title.trim() !== "" && (axis === "phase" || draft.takes.length > 0);
  return (
    <Modal title={addWord(desk, axis)}>
      <DialogForm
        word={desk.say("app.add")}
        may={may}
        onDone={() => addZone(desk, axis, { ...draft, title: draft.title.trim(), hint: draft.hint.trim() })}
      >
        <ZoneName axis={axis} draft={draft} onChange={setDraft} />
        <details>
          <summary>{desk.say("zone.more")}</summary>
          <ZoneFields axis={axis} siblings={siblings} draft={draft} onChange={setDraft} />
        </details>
      </DialogForm>
    </Modal>
  );
}

/** Renaming a zone, moving it among its siblings, or taking it away. */
export function ZoneEdit({ zone: id }: { readonly zone: string }) {
  const desk = useDesk();
  const { say } = desk;
  const found = desk.store.items.value.get(id);
  const zone = isZone(found) ? found : undefined;
  const axis = zone?.axis;
  const all = siblingsOf(desk, axis);
  const [before] = useState<ZoneDraft>(() => draftOf(desk, zone, all));
  const [draft, setDraft] = useState(before);
  if (!zone) return null;
  const fixed = !isAddable(desk, axis);
  const goesByName = stripWord(desk, axis) !== "";
  const count = countIn(desk, id);
  const save = () => {
    const changed = Object.fromEntries(
      Object.entries({ ...draft, title: draft.title.trim(), hint: draft.hint.trim() }).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof ZoneDraft]),
      ),
    );
    setZone(desk, id, changed, axis === "lane" ? "takes" : "accepts");
  };
  return (
    <Modal title={goesByName ? say("zone.edit", { zone: before.title }) : say(`zone.edit.${axis ?? "zone"}`)}>
      <DialogForm word={say("app.save")} may={draft.title.trim() !== ""} onDone={save}>
        <ZoneName axis={axis} draft={draft} onChange={setDraft} />
        <ZoneFields
          axis={axis}
          siblings={fixed ? [] : all.filter((each) => each.id !== id)}
          draft={draft}
          onChange={setDraft}
          named={fixed}
        />
        {!fixed && (
          <div class="apart">
            <p class="hint">
              {count > 0 && <b>{say("note.count", { count })}. </b>}
              {say("zone.remove.what")}
            </p>
            <button
              type="button"
              class="button danger"
              onClick={() => {
                desk.dialog.value = null;
                remove(desk, zone);
              }}
            >
              {say("zone.remove", { zone: inWords(desk, zone.title) })}
            </button>
          </div>
        )}
      </DialogForm>
    </Modal>
  );
}

interface ZoneFieldsProps {
  readonly axis: Axis;
  readonly siblings: readonly Zone[];
  readonly draft: ZoneDraft;
  readonly onChange: (draft: ZoneDraft) => void;
  /** Only the name may change: the zone itself belongs to the method. */
  readonly named?: boolean;
}

/** All that a new one needs: the rest may be said later. */
function ZoneName({ axis, draft, onChange }: Pick<ZoneFieldsProps, "axis" | "draft" | "onChange">) {
  const { say } = useDesk();
  const id = useId();
  return (
    <>
      <TextField
        label={say("zone.name")}
        value={draft.title}
        onChange={(title) => onChange({ ...draft, title })}
        input={{ maxLength: 200, required: true, list: axis && id }}
      />
      {axis && <ZoneNames id={id} axis={axis} />}
    </>
  );
}

function ZoneFields({ axis, siblings, draft, onChange, named = false }: ZoneFieldsProps) {
  const desk = useDesk();
  const { say } = desk;
  const { chosen, known } = desk.kinds.value;
  // All means all: also what is named later, and what notes have from before.
  const takes = (key: string, on: boolean) => {
    const ticked = chosen.filter((each) => (each.key === key ? on : draft.takes.includes(each.key)));
    return (ticked.length === chosen.length ? known : ticked).map((kind) => kind.key);
  };
  return (
    <>
      <TextField
        label={say("zone.hint")}
        hint={say("app.optional")}
        value={draft.hint}
        onChange={(hint) => onChange({ ...draft, hint })}
        input={{ maxLength: 500 }}
      />
      {siblings.length > 0 && (
        <SelectField
          label={say("zone.after")}
          value={draft.after ?? FIRST}
          onChange={(after) => onChange({ ...draft, after: after === FIRST ? null : after })}
        >
          <option value={FIRST}>{say("zone.first")}</option>
          {siblings.map(({ id, title }) => (
            <option key={id} value={id}>
              {say("zone.following", { zone: inWords(desk, title) })}
            </option>
          ))}
        </SelectField>
      )}
      {axis !== "phase" && !named && chosen.length > 1 && (
        <fieldset class="field">
          <legend>{say("zone.takes")}</legend>
          {chosen.map(({ key, plural }) => (
            <label key={key} class="choice">
              <input
                type="checkbox"
                checked={draft.takes.includes(key)}
                onChange={(event) => onChange({ ...draft, takes: takes(key, event.currentTarget.checked) })}
              />
              <span>{inWords(desk, plural)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

function draftOf(desk: Desk, zone: Zone | undefined, siblings: readonly Zone[]): ZoneDraft {
  const at = siblings.findIndex(({ id }) => id === zone?.id);
  return {
    title: inWords(desk, zone?.title),
    hint: inWords(desk, zone?.hint),
    takes: zone?.takes ?? zone?.accepts ?? [],
    after: siblings[at - 1]?.id ?? null,
  };
}
