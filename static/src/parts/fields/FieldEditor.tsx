import { useId } from "preact/hooks";

import type { MethodField } from "../../board/method";
import type { Key } from "../../words";
import { useDesk } from "../desk";
import { excerpt, inWords } from "../wording";
import { Hint, Mixed } from "./Hints";
import { Names } from "./Names";
import { Typed } from "./Typed";
import { EMOTIONS, namedBy, nameOfField, STEPS } from "./values";

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
    case "organisations":
    case "stakeholders":
      return props.bare ? <Typed {...props} /> : <Names {...props} />;
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
