import type { ComponentChildren, InputHTMLAttributes } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Gets the id that the label points to, and that of the hint. */
  readonly children: (ids: {
    readonly id: string;
    readonly "aria-describedby": string | undefined;
  }) => ComponentChildren;
}

/** A label, a hint and one control that belongs to both. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, "aria-describedby": hint ? `${id}-hint` : undefined })}
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ComponentChildren;
}

export function SelectField({ label, hint, value, onChange, children }: SelectProps) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <select {...ids} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {children}
        </select>
      )}
    </Field>
  );
}

interface TextProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly input?: InputHTMLAttributes<HTMLInputElement>;
}

export function TextField({ label, hint, value, onChange, input }: TextProps) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <input type="text" {...input} {...ids} value={value} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
    </Field>
  );
}
