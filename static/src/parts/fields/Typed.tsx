import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";

import type { MethodField } from "../../board/method";
import type { Key } from "../../words";
import { useDesk } from "../desk";
import { notify } from "../notice";
import { NameList } from "../register/NameList";
import { excerpt } from "../wording";
import type { FieldEditorProps } from "./FieldEditor";
import { Hint } from "./Hints";
import { holdsNames, PARTIES, together } from "./parties";
import { NAME_LENGTH, namesOn, nameOfField, read } from "./values";

interface TypedProps extends FieldEditorProps {
  /** What it is called here, where that is not the field's name. */
  readonly label?: string;
}

/** What is written: names are suggested, and what does not fit is said beside the field and not saved. */
export function Typed(props: TypedProps) {
  const { field, value, bare, label } = props;
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
  const suggests = PARTIES[field.type];
  return (
    <div class="field">
      <label for={id} class={bare || label ? "unseen" : undefined}>
        {label ?? nameOfField(desk, field)}
      </label>
      {!bare && !label && <Hint field={field} />}
      {field.type === "text" ? (
        <textarea {...shared} rows={2} maxLength={500} />
      ) : (
        <input {...shared} {...INPUTS[field.type]} list={suggests ? `${id}-names` : undefined} />
      )}
      {suggests && (
        <NameList
          id={`${id}-names`}
          types={["stakeholder"]}
          own={namesOn(desk, suggests)}
          after={holdsNames(field) ? firstNames(shared.value) : ""}
        />
      )}
      {wrong && (
        <p class="error" id={`${id}-wrong`} role="alert">
          {desk.say(wrong, { limit: NAME_LENGTH })}
        </p>
      )}
    </div>
  );
}

/** What is there before the name that somebody writes now. */
function firstNames(text: string): string {
  return text.includes(";") ? `${text.slice(0, text.lastIndexOf(";"))}; ` : "";
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return together(value);
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
