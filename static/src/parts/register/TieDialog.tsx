import { useState } from "preact/hooks";

import { isNote } from "../../board/items";
import type { Note } from "../../board/items";
import { useDesk } from "../desk";
import { DialogForm } from "../dialogs/DialogForm";
import { SelectField, TextField } from "../dialogs/Field";
import { Modal } from "../Modal";
import { excerpt } from "../wording";
import { tieNote } from "./tie";
import { matching, thingOf, useThings } from "./useThings";
import type { Thing } from "./useThings";

/** How many names are offered at once; more are found by typing. */
const MOST = 30;
const TYPES = ["stakeholder", "step", "pain_point", "question", "idea", "action"] as const;

/** Which thing of the project's index a note is, and which ones it is about. */
export function TieDialog({ note: id }: { readonly note: string }) {
  const desk = useDesk();
  const { say, store } = desk;
  const { things, failed } = useThings(desk);
  const note = store.items.value.get(id);
  if (!isNote(note)) return null;
  return (
    <Modal title={say("tie.title")}>
      <p class="quoted" lang={note.lang}>
        {excerpt(note.text, 120)}
      </p>
      {things && things.length > 0 ? (
        <TieForm note={note} things={things} />
      ) : (
        <p role="status">{failed === null ? say(things ? "tie.none" : "tie.wait") : failed || say("tie.away")}</p>
      )}
    </Modal>
  );
}

function TieForm({ note, things }: { readonly note: Note; readonly things: readonly Thing[] }) {
  const desk = useDesk();
  const { say } = desk;
  const [typed, setTyped] = useState("");
  const [same, setSame] = useState(thingOf(things, note.entity)?.id ?? "");
  const [about, setAbout] = useState<readonly string[]>(
    (note.about ?? []).flatMap((each) => thingOf(things, each)?.id ?? []),
  );
  const done = () => {
    // A tie to one that was merged since says the same; it is left as it is.
    const kept = thingOf(things, note.entity)?.id === same ? (note.entity ?? null) : same || null;
    tieNote(desk, note, kept, about);
  };
  return (
    <DialogForm word={say("app.save")} onDone={done}>
      <p class="hint">{say("tie.what")}</p>
      <TextField label={say("tie.find")} value={typed} onChange={setTyped} input={{ type: "search" }} />
      <SelectField label={say("tie.same")} value={same} onChange={setSame}>
        <option value="">{say("tie.own")}</option>
        {byType(matching(things, typed, [same])).map(([type, found]) => (
          <optgroup key={type} label={say(`tie.type.${type}`)}>
            {found.map(({ id, name, where }) => (
              <option key={id} value={id}>
                {`${excerpt(name)} (${excerpt(where)})`}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <AboutChecks things={matching(things, typed, about)} chosen={about} onChange={setAbout} />
    </DialogForm>
  );
}

interface AboutProps {
  readonly things: readonly Thing[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function AboutChecks({ things, chosen, onChange }: AboutProps) {
  const { say } = useDesk();
  const offered = things.toSorted((a, b) => Number(chosen.includes(b.id)) - Number(chosen.includes(a.id)));
  const more = offered.length - MOST;
  return (
    <fieldset class="checks">
      <legend>{say("tie.about")}</legend>
      {offered.length === 0 && <p class="hint">{say("tie.nothing")}</p>}
      {offered.slice(0, MOST).map(({ id, name, type, where }) => (
        <label key={id} class="choice">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          />
          <span>
            {excerpt(name, 90)} <span class="hint">{`${say(`tie.type.${typeOf(type)}`)} · ${excerpt(where)}`}</span>
          </span>
        </label>
      ))}
      {more > 0 && <p class="hint">{say("tie.more", { count: more })}</p>}
    </fieldset>
  );
}

function typeOf(type: string): (typeof TYPES)[number] {
  return TYPES.find((each) => each === type) ?? "stakeholder";
}

function byType(things: readonly Thing[]): readonly [(typeof TYPES)[number], readonly Thing[]][] {
  return TYPES.map((type) => [type, things.filter((each) => typeOf(each.type) === type)] as const)
    .filter(([, found]) => found.length > 0)
    .map(([type, found]) => [type, found]);
}
