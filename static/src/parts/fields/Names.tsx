import { useRef } from "preact/hooks";

import { useDesk } from "../desk";
import { Icon } from "../Icon";
import type { FieldEditorProps } from "./FieldEditor";
import { Hint, Mixed } from "./Hints";
import { MOST_NAMES } from "./parties";
import { Typed } from "./Typed";
import { nameOfField } from "./values";

/** Several names: each is taken away by its own button, and what is typed is added by Enter or when it is left. */
export function Names({ field, value, onChange }: FieldEditorProps) {
  const desk = useDesk();
  const frame = useRef<HTMLFieldSetElement>(null);
  const names = Array.isArray(value) ? (value as readonly string[]) : [];
  const toInput = () => frame.current?.querySelector("input")?.focus();
  const add = (more: unknown) => {
    if (Array.isArray(more)) onChange([...new Set([...names, ...(more as readonly string[])])]);
  };
  const remove = (name: string) => {
    const left = names.filter((each) => each !== name);
    onChange(left.length > 0 ? left : null);
    toInput();
  };
  return (
    <fieldset class="field names" ref={frame}>
      <legend>{nameOfField(desk, field)}</legend>
      <Hint field={field} />
      {names.length > 0 && (
        <ul class="names-list">
          {names.map((name) => (
            <li key={name}>
              <span>{name}</span>
              <button
                type="button"
                class="button quiet icon-only"
                aria-label={desk.say("fields.names.remove", { name })}
                onClick={() => remove(name)}
              >
                <Icon name="x" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {names.length < MOST_NAMES && (
        <div class="names-add">
          <Typed field={field} value={null} onChange={add} label={desk.say("fields.names.another")} />
          <button type="button" class="button" onClick={toInput}>
            {desk.say("fields.names.add")}
          </button>
        </div>
      )}
      <Mixed value={value} />
    </fieldset>
  );
}
