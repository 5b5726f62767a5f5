import { useEffect, useId, useRef, useState } from "preact/hooks";

import { ask } from "../ask";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { TextField } from "../dialogs/Field";
import { workshopUrl } from "../people/everybody";
import { isLeading } from "../may";
import { behalfOf, isForOthers, MOST_VOICES } from "./behalf";
import { whoseVoice } from "./wording";

/** Under a composer, for those who lead: whose words they enter, when somebody has no device. */
export function BehalfChoice() {
  const desk = useDesk();
  const { say } = desk;
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  if (!isLeading(desk)) return null;
  const behalf = behalfOf(desk);
  const who = whoseVoice(desk, behalf.value);
  const done = () => {
    setOpen(false);
    root.current?.closest("form")?.querySelector("textarea")?.focus();
  };
  const end = () => {
    behalf.value = {};
    done();
  };
  return (
    <div ref={root} class="behalf-choice">
      {isForOthers(behalf.value) ? (
        <p class="behalf">
          <span>{say("behalf.now", { who })}</span>
          <button type="button" class="button small" onClick={end}>
            {say("behalf.end")}
          </button>
        </p>
      ) : open ? (
        <BehalfFields onDone={done} />
      ) : (
        <button type="button" class="button small quiet" onClick={() => setOpen(true)}>
          {say("behalf.open")}
        </button>
      )}
    </div>
  );
}

/** A group and not a form: it stands within the composer's own. Enter in a field is its button. */
function BehalfFields({ onDone }: { readonly onDone: () => void }) {
  const { say, store } = useDesk();
  const { fields, may, fault, choose } = useFields(onDone);
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => group.current?.querySelector("input")?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const isSent = event.key === "Enter" && event.target instanceof HTMLInputElement;
    if (!isSent && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (isSent) void choose();
    else onDone();
  };
  return (
    <fieldset ref={group} class="behalf" onKeyDown={onKeyDown}>
      <legend>{say("behalf.title")}</legend>
      <p class="hint">{say("behalf.what")}</p>
      {fields}
      {fault && (
        <p class="notice alert" role="alert">
          {fault}
        </p>
      )}
      <div class="composer-buttons">
        <button
          type="button"
          class="button small main"
          disabled={!may || store.away.value}
          onClick={() => void choose()}
        >
          {say("behalf.choose")}
        </button>
        <button type="button" class="button small" onClick={onDone}>
          {say("app.cancel")}
        </button>
      </div>
    </fieldset>
  );
}

/** A name that is known or new, and how many they are; one of the two is enough. */
function useFields(onDone: () => void) {
  const desk = useDesk();
  const { say } = desk;
  const [name, setName] = useState("");
  const [count, setCount] = useState("");
  const [fault, setFault] = useState("");
  const voices = Number(count);
  const isCount = Number.isInteger(voices) && voices >= 1 && voices <= MOST_VOICES;
  const may = (name.trim() !== "" || count !== "") && (count === "" || isCount);
  const choose = async () => {
    if (!may) return;
    const person = name.trim() ? await personOf(desk, name.trim()) : undefined;
    if (person && "message" in person) {
      setFault(person.message || say("behalf.failed"));
      return;
    }
    const behalf = { ...(person ? { on_behalf: person.id } : {}), ...(count ? { voices } : {}) };
    behalfOf(desk).value = behalf;
    desk.tell(say("behalf.now", { who: whoseVoice(desk, behalf) || name.trim() }));
    onDone();
  };
  const list = useId();
  const fields = (
    <>
      <TextField
        label={say("behalf.name")}
        value={name}
        onChange={setName}
        input={{ maxLength: 80, autocomplete: "off", list }}
      />
      <datalist id={list}>
        {guestsOf(desk).map(({ id, name: known }) => (
          <option key={id}>{known}</option>
        ))}
      </datalist>
      <TextField
        label={say("behalf.voices")}
        value={count}
        onChange={setCount}
        input={{ type: "number", min: 1, max: MOST_VOICES, inputMode: "numeric" }}
      />
    </>
  );
  return { fields, may, fault, choose };
}

interface Guest {
  readonly id: string;
  readonly name: string;
}

function guestsOf({ store }: Desk): readonly Guest[] {
  return [...store.people.value.values()].filter(({ id, role }) => id.startsWith("p:") && role === "participant");
}

/** The guest of this name who is there, else a new one. */
async function personOf(desk: Desk, name: string): Promise<Guest | { readonly message: string }> {
  const known = guestsOf(desk).find((guest) => guest.name === name);
  if (known) return known;
  const answer = await ask<Guest>(desk.boot, "POST", workshopUrl(desk.boot, "people"), { name });
  return "got" in answer ? answer.got : answer;
}
