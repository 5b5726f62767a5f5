import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { isAddable } from "../may";
import { addLast } from "./shaping";
import type { Axis } from "./shaping";
import { ZoneName } from "./ZoneName";

interface ZoneAdderProps {
  readonly axis: Axis;
  /** How its button looks; what it says is the same everywhere. */
  readonly look: string;
  /** A plus and no word. */
  readonly brief?: boolean;
  readonly onAdded?: (zone: string) => void;
}

/** The plus of a row of phases, lanes or other zones. */
export function AdderButton({ axis, look, brief = false }: Omit<ZoneAdderProps, "onAdded">) {
  const desk = useDesk();
  const word = desk.say(`zone.add.${axis ?? "zone"}`);
  if (!isAddable(desk, axis)) return null;
  return (
    <button
      type="button"
      id={`add-${axis ?? "zone"}`}
      class={look}
      aria-label={word}
      onClick={() => (desk.shaping.value = { adds: axis })}
    >
      <Icon name="plus" />
      {!brief && <span>{word}</span>}
    </button>
  );
}

/** A name, and Enter: it is there, and the field waits for the next one. */
export function AdderField({ axis, onAdded }: Pick<ZoneAdderProps, "axis" | "onAdded">) {
  const { shaping } = useDesk();
  const open = shaping.value;
  return open && "adds" in open && open.adds === axis ? <Field axis={axis} onAdded={onAdded} /> : null;
}

function Field({ axis, onAdded }: { readonly axis: Axis; readonly onAdded: ZoneAdderProps["onAdded"] }) {
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
      aria-label={say(`zone.add.${axis ?? "zone"}`)}
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
      <ZoneName name={name} onName={setName} />
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
