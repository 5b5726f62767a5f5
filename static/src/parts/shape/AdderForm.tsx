import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { useDesk } from "../desk";
import { addWord } from "../wording";
import { addLast } from "./shaping";
import type { Axis } from "./shaping";
import { ZoneName } from "./ZoneName";

interface AdderFormProps {
  readonly axis: Axis;
  readonly onAdded?: ((zone: string) => void) | undefined;
}

/** The field of what is added: Enter adds it, and the field waits for the next one. */
export function AdderForm({ axis, onAdded }: AdderFormProps) {
  const desk = useDesk();
  const { say } = desk;
  const [name, setName] = useState("");
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    form.current?.querySelector("input")?.focus();
    form.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  const close = () => {
    desk.shaping.value = null;
    requestAnimationFrame(() => document.getElementById(`add-${axis ?? "zone"}`)?.focus());
  };
  return (
    <form
      ref={form}
      class="zone-namer"
      aria-label={addWord(desk, axis)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!name.trim()) return;
        const zone = addLast(desk, axis, name.trim());
        setName("");
        form.current?.querySelector("input")?.focus();
        onAdded?.(zone);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") close();
      }}
    >
      <ZoneName axis={axis} name={name} onName={setName} />
      <div class="zone-namer-row">
        <button type="submit" class="button small main" disabled={!name.trim()}>
          {say("app.add")}
        </button>
        <button type="button" class="button small" onClick={close}>
          {say("app.close")}
        </button>
      </div>
    </form>
  );
}
