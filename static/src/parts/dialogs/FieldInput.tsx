import type { MethodField } from "../../board/method";
import type { Key } from "../../words";
import { useDesk } from "../desk";
import { excerpt, inWords } from "../wording";
import { Field, SelectField, TextField } from "./Field";

interface FieldInputProps {
  readonly field: MethodField;
  /** Null: not said. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

const EMOTIONS = [-2, -1, 0, 1, 2] as const;

/** One typed field, by its type; leaving it empty takes the value away. */
export function FieldInput(props: FieldInputProps) {
  switch (props.field.type) {
    case "text":
      return <LongText {...props} />;
    case "flag":
      return <Flag {...props} />;
    case "choices":
      return <Choices {...props} />;
    case "number":
    case "date":
      return <Typed {...props} />;
    default:
      return <OneOf {...props} />;
  }
}

function LongText({ field, value, onChange }: FieldInputProps) {
  const desk = useDesk();
  return (
    <Field label={inWords(desk, field.title)} hint={inWords(desk, field.hint)}>
      {(ids) => (
        <textarea
          {...ids}
          rows={2}
          maxLength={2000}
          value={typeof value === "string" ? value : ""}
          onInput={(event) => onChange(event.currentTarget.value.trim() === "" ? null : event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function Flag({ field, value, onChange }: FieldInputProps) {
  const desk = useDesk();
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked ? true : null)}
      />
      <span>
        {inWords(desk, field.title)}
        {field.hint && <span class="hint"> {inWords(desk, field.hint)}</span>}
      </span>
    </label>
  );
}

function Choices({ field, value, onChange }: FieldInputProps) {
  const desk = useDesk();
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const after = (key: string, on: boolean) => {
    const all = (field.choices ?? []).map((choice) => choice.key);
    return all.filter((each) => (each === key ? on : chosen.includes(each)));
  };
  return (
    <fieldset class="field">
      <legend>{inWords(desk, field.title)}</legend>
      {field.hint && <p class="hint">{inWords(desk, field.hint)}</p>}
      {field.choices?.map(({ key, title }) => (
        <label key={key} class="choice">
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            onChange={(event) => {
              const next = after(key, event.currentTarget.checked);
              onChange(next.length > 0 ? next : null);
            }}
          />
          <span>{inWords(desk, title)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Typed({ field, value, onChange }: FieldInputProps) {
  const desk = useDesk();
  const isNumber = field.type === "number";
  const read = (text: string) => {
    if (text.trim() === "") return null;
    return isNumber ? Number(text) : text;
  };
  return (
    <TextField
      label={inWords(desk, field.title)}
      hint={inWords(desk, field.hint)}
      value={typeof value === "number" || typeof value === "string" ? String(value) : ""}
      onChange={(text) => onChange(read(text))}
      input={isNumber ? { type: "number", step: "any", inputMode: "decimal" } : { type: "date" }}
    />
  );
}

function OneOf({ field, value, onChange }: FieldInputProps) {
  const desk = useDesk();
  const isNumber = field.type === "scale5" || field.type === "emotion";
  const read = (text: string) => {
    if (text === "") return null;
    return isNumber ? Number(text) : text;
  };
  return (
    <SelectField
      label={inWords(desk, field.title)}
      hint={inWords(desk, field.hint)}
      value={value === null ? "" : String(value)}
      onChange={(text) => onChange(read(text))}
    >
      <option value="">{desk.say("fields.unset")}</option>
      {optionsOf().map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </SelectField>
  );

  function optionsOf(): readonly (readonly [string, string])[] {
    if (field.type === "emotion")
      return EMOTIONS.map((step) => [String(step), desk.say(`fields.emotion.${step}` as Key)]);
    if (field.type === "scale5") return [1, 2, 3, 4, 5].map((step) => [String(step), scaleWords(step)]);
    if (field.type === "item") return notesOf();
    return (field.choices ?? []).map(({ key, title }) => [key, inWords(desk, title)]);
  }

  function scaleWords(step: number): string {
    const end = step === 1 ? field.low : step === 5 ? field.high : undefined;
    return end ? `${step} · ${inWords(desk, end)}` : String(step);
  }

  function notesOf(): readonly (readonly [string, string])[] {
    const notes = desk.arrangement.value.areas.flatMap((area) => area.notes);
    return notes.map(({ id, text }) => [id, excerpt(text)]);
  }
}
