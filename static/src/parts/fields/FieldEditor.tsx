import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";

import type { MethodField } from "../../board/method";
import type { Key } from "../../words";
import { useDesk } from "../desk";
import { notify } from "../notice";
import { NameList } from "../register/NameList";
import { excerpt, inWords } from "../wording";
import { EMOTIONS, NAME_LENGTH, namedBy, namesOn, nameOfField, read, STEPS } from "./values";

export interface FieldEditorProps {
  readonly field: MethodField;
  /** Null: not said. Undefined: said differently of several notes. */
  readonly value: unknown;
  /** Each value that is whole, at once; null takes it away. */
  readonly onChange: (value: unknown) => void;
  /** In the cell of a table, whose heads name it: the name is told, not drawn. */
  readonly bare?: boolean;
}

/** One typed field, by its type. Whatever can be chosen is chosen by one press; what is typed is saved when it is left. */
export function FieldEditor(props: FieldEditorProps) {
  switch (props.field.type) {
    case "flag":
      return <Flag {...props} />;
    case "scale5":
    case "emotion":
      return <Steps {...props} />;
    case "choice":
    case "item":
      return <OneOf {...props} />;
    case "choices":
      return <Several {...props} />;
    default:
      return <Typed {...props} />;
  }
}

/** Scales and feelings: a press on the same step takes it away. */
function Steps({ field, value, onChange, bare }: FieldEditorProps) {
  const desk = useDesk();
  const name = useId();
  const isEmotion = field.type === "emotion";
  const steps: readonly number[] = isEmotion ? EMOTIONS : STEPS;
  const ends = [field.low, field.high].map((words) => inWords(desk, words));
  return (
    <fieldset class="field steps">
      <legend class={bare ? "unseen" : undefined}>{nameOfField(desk, field)}</legend>
      {!bare && <Hint field={field} />}
      <div class="step-row">
        {steps.map((step) => (
          <label key={step} class="step">
            <input
              type="radio"
              class="unseen"
              name={name}
              value={step}
              checked={value === step}
              aria-label={isEmotion ? desk.say(`fields.emotion.${step}` as Key) : wordsOf(step)}
              onChange={() => onChange(step)}
              onKeyDown={(event) => {
                if (event.key === "Delete" || event.key === "Backspace") onChange(null);
              }}
              onClick={() => value === step && onChange(null)}
            />
            <span aria-hidden="true">{isEmotion && step > 0 ? `+${step}` : String(step).replace("-", "−")}</span>
          </label>
        ))}
      </div>
      {!bare && ends.some(Boolean) && (
        <p class="step-ends hint" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      )}
      <Mixed value={value} />
    </fieldset>
  );

  function wordsOf(step: number): string {
    const end = step === steps[0] ? ends[0] : step === steps.at(-1) ? ends[1] : "";
    return end ? `${step}, ${end}` : String(step);
  }
}

function Flag({ field, value, onChange, bare }: FieldEditorProps) {
  const desk = useDesk();
  return (
    <div class="field">
      <label class="choice">
        <input
          type="checkbox"
          checked={value === true}
          indeterminate={value === undefined}
          onChange={(event) => onChange(event.currentTarget.checked ? true : null)}
        />
        <span class={bare ? "unseen" : undefined}>{nameOfField(desk, field)}</span>
      </label>
      {!bare && <Hint field={field} />}
      <Mixed value={value} />
    </div>
  );
}

function Several({ field, value, onChange, bare }: FieldEditorProps) {
  const desk = useDesk();
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const change = (key: string, on: boolean) => {
    const keys = (field.choices ?? []).map((choice) => choice.key);
    const next = keys.filter((each) => (each === key ? on : chosen.includes(each)));
    onChange(next.length > 0 ? next : null);
  };
  return (
    <fieldset class="field">
      <legend class={bare ? "unseen" : undefined}>{nameOfField(desk, field)}</legend>
      {!bare && <Hint field={field} />}
      {field.choices?.map(({ key, title }) => (
        <label key={key} class="choice">
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            onChange={(event) => change(key, event.currentTarget.checked)}
          />
          <span>{inWords(desk, title)}</span>
        </label>
      ))}
      <Mixed value={value} />
    </fieldset>
  );
}

function OneOf({ field, value, onChange, bare }: FieldEditorProps) {
  const desk = useDesk();
  const id = useId();
  const notes = field.type === "item" ? desk.latest.value.areas.flatMap((area) => area.notes) : [];
  const options =
    field.type === "item"
      ? notes.map((note) => [note.id, excerpt(note.text)] as const)
      : (field.choices ?? []).map(({ key, title }) => [key, inWords(desk, title)] as const);
  return (
    <div class="field">
      <label for={id} class={bare ? "unseen" : undefined}>
        {nameOfField(desk, field)}
      </label>
      {!bare && <Hint field={field} />}
      <select
        id={id}
        value={field.type === "item" ? namedBy(desk, value) : typeof value === "string" ? value : ""}
        onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      >
        <option value="">{desk.say(value === undefined ? "fields.mixed" : "fields.unset")}</option>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What is written: names are suggested, and what does not fit is said beside the field and not saved. */
function Typed(props: FieldEditorProps) {
  const { field, value, bare } = props;
  const desk = useDesk();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Key | null>(null);
  const { write, leave, drop } = useLeaving(props, { setTyped, setWrong });
  const about = { id, "aria-invalid": wrong !== null, "aria-describedby": wrong ? `${id}-wrong` : undefined };
  const shared = {
    ...about,
    value: typed ?? wordsOf(value),
    placeholder: value === undefined ? desk.say("fields.mixed") : undefined,
    onInput: (event: Event) => write((event.currentTarget as HTMLInputElement).value),
    onBlur: () => void leave(),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Escape" && bare) drop();
      // In a card Escape closes, and closing keeps: what does not fit is shown once before it goes.
      else if (event.key === "Escape" && wrong === null && !leave()) event.preventDefault();
      else if (event.key === "Enter" && field.type !== "text") leave();
    },
  };
  const suggests = field.type === "organisation" || field.type === "stakeholder" ? field.type : null;
  return (
    <div class="field">
      <label for={id} class={bare ? "unseen" : undefined}>
        {nameOfField(desk, field)}
      </label>
      {!bare && <Hint field={field} />}
      {field.type === "text" ? (
        <textarea {...shared} rows={2} maxLength={500} />
      ) : (
        <input {...shared} {...INPUTS[field.type]} list={suggests ? `${id}-names` : undefined} />
      )}
      {suggests && <NameList id={`${id}-names`} types={["stakeholder"]} own={namesOn(desk, suggests)} />}
      {wrong && (
        <p class="error" id={`${id}-wrong`} role="alert">
          {desk.say(wrong, { limit: NAME_LENGTH })}
        </p>
      )}
    </div>
  );
}

function wordsOf(value: unknown): string {
  return typeof value === "number" || typeof value === "string" ? String(value) : "";
}

interface Setters {
  readonly setTyped: (typed: string | null) => void;
  readonly setWrong: (wrong: Key | null) => void;
}

/** What is typed is saved once, when the field is left or taken off the page; what cannot be saved is never lost in silence. */
function useLeaving({ field, value, onChange, bare }: FieldEditorProps, set: Setters) {
  const desk = useDesk();
  const latest = useRef({ field, value, onChange });
  latest.current = { field, value, onChange };
  /** Null: nothing that is not settled. */
  const typed = useRef<string | null>(null);
  const write = (text: string) => {
    typed.current = text;
    set.setTyped(text);
  };
  /** False: it does not fit. `last`: nobody will see the field any more. */
  const leave = (last = bare): boolean => {
    const now = latest.current;
    const text = typed.current;
    const isNew = text !== null && text !== wordsOf(now.value);
    const found = isNew ? read(now.field, text) : null;
    if (!isNew || found === null || "value" in found) {
      typed.current = null;
      set.setWrong(null);
      set.setTyped(null);
      if (found && "value" in found) now.onChange(found.value);
      return true;
    }
    if (last) {
      typed.current = null;
      const why = desk.say(found.wrong, { limit: NAME_LENGTH });
      notify(desk, desk.say("fields.dropped", { field: nameOfField(desk, now.field), value: excerpt(text), why }));
    }
    set.setWrong(found.wrong);
    return false;
  };
  useLayoutEffect(() => () => void leave(true), []);
  return { write, leave, drop: () => (typed.current = null) };
}

const INPUTS: Partial<Record<MethodField["type"], Readonly<Record<string, string>>>> = {
  number: { type: "text", inputMode: "numeric" },
  date: { type: "date" },
  link: { type: "url", inputMode: "url" },
};

function Hint({ field }: Pick<FieldEditorProps, "field">) {
  const desk = useDesk();
  return field.hint ? <p class="hint">{inWords(desk, field.hint)}</p> : null;
}

function Mixed({ value }: Pick<FieldEditorProps, "value">) {
  const { say } = useDesk();
  return value === undefined ? <p class="hint">{say("fields.mixed")}</p> : null;
}
