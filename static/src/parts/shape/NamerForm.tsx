import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";

import type { Zone } from "../../board/items";
import { useDesk } from "../desk";
import { domId } from "../dom-id";
import { Icon } from "../Icon";
import { isAddable } from "../may";
import { inWords } from "../wording";
import { countIn, remove, rename, shift, siblingsOf, zoneOf } from "./shaping";
import { ZoneName } from "./ZoneName";

interface NamerFormProps {
  readonly zone: string;
  /** Folds it, where there is no room for a button of its own. */
  readonly onFold?: (() => void) | undefined;
}

/** Naming a phase, a lane or another zone where it stands; beside the field, its place among its own and its removal. */
export function NamerForm({ zone: id, onFold }: NamerFormProps) {
  const desk = useDesk();
  const zone = zoneOf(desk, id);
  return zone ? <Namer zone={zone} onFold={onFold} /> : null;
}

function Namer({ zone, onFold }: { readonly zone: Zone; readonly onFold: NamerFormProps["onFold"] }) {
  const desk = useDesk();
  const { say } = desk;
  const title = inWords(desk, zone.title);
  const form = useRef<HTMLFormElement>(null);
  const { name, setName, save, leave } = useNaming(zone, form);
  return (
    <form
      ref={form}
      class="zone-namer"
      aria-label={say("zone.edit", { zone: title })}
      onSubmit={(event) => {
        event.preventDefault();
        save();
        leave();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") leave();
      }}
    >
      <ZoneName axis={zone.axis} name={name} onName={setName} />
      <div class="zone-namer-row">
        {isAddable(desk, zone.axis) && <Order zone={zone} title={title} form={form} />}
        <button
          type="button"
          class="head-button"
          aria-label={say("zone.more.of", { zone: title })}
          title={say("zone.more")}
          onClick={() => {
            save();
            leave();
            desk.dialog.value = { name: "zone", zone: zone.id };
          }}
        >
          <Icon name="list" />
        </button>
        {onFold && (
          <button type="button" class="head-button" aria-label={say("zone.fold", { zone: title })} onClick={onFold}>
            <Icon name="chevron-down" />
          </button>
        )}
        <button type="submit" class="button small main">
          {say("app.save")}
        </button>
      </div>
      {isAddable(desk, zone.axis) && <Removal zone={zone} title={title} />}
    </form>
  );
}

/** Saved once: by Enter, or by going elsewhere; only Escape does not. */
function useNaming(zone: Zone, form: RefObject<HTMLFormElement | null>) {
  const desk = useDesk();
  const [name, setName] = useState(() => inWords(desk, zone.title));
  const latest = useRef({ zone, name });
  latest.current = { zone, name };
  const save = () => rename(desk, latest.current.zone, latest.current.name);
  const close = () => {
    const open = desk.shaping.peek();
    if (open && "zone" in open && open.zone === zone.id) desk.shaping.value = null;
  };
  const leave = () => {
    close();
    requestAnimationFrame(() => document.getElementById(`edit-${domId(zone.id)}`)?.focus());
  };
  useLayoutEffect(() => {
    const field = form.current?.querySelector("input");
    field?.focus();
    field?.select();
    form.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    const goneElsewhere = (event: Event) => {
      if (!(event.target instanceof Node) || form.current?.contains(event.target)) return;
      save();
      close();
    };
    // Not the focus leaving the field: a zone that changes its place loses it for a moment.
    document.addEventListener("focusin", goneElsewhere);
    document.addEventListener("pointerdown", goneElsewhere);
    return () => {
      document.removeEventListener("focusin", goneElsewhere);
      document.removeEventListener("pointerdown", goneElsewhere);
    };
  }, []);
  return { name, setName, save, leave };
}

interface OrderProps {
  readonly zone: Zone;
  readonly title: string;
  readonly form: RefObject<HTMLFormElement | null>;
}

/** One place earlier or later. The button keeps the focus where the zone goes. */
function Order({ zone, title, form }: OrderProps) {
  const desk = useDesk();
  const all = siblingsOf(desk, zone.axis);
  const at = all.findIndex(({ id }) => id === zone.id);
  const pressed = useRef<-1 | 1 | null>(null);
  useLayoutEffect(() => {
    if (pressed.current === null) return;
    const buttons = [...(form.current?.querySelectorAll<HTMLElement>(".zone-order") ?? [])];
    buttons[pressed.current === -1 ? 0 : 1]?.focus();
    form.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    pressed.current = null;
  }, [at]);
  const button = (by: -1 | 1, icon: string, word: "zone.earlier" | "zone.later", ends: boolean) => (
    <button
      type="button"
      class="head-button zone-order"
      aria-label={desk.say(word, { zone: title })}
      // Not disabled: at the end of its way it would let go of the focus.
      aria-disabled={ends}
      onClick={() => {
        if (ends) return;
        pressed.current = by;
        shift(desk, zone, by);
      }}
    >
      <Icon name={icon} />
    </button>
  );
  const down = zone.axis === "lane";
  return (
    <>
      {button(-1, down ? "arrow-up" : "arrow-left", "zone.earlier", at <= 0)}
      {button(1, down ? "arrow-down" : "arrow-right", "zone.later", at === all.length - 1)}
    </>
  );
}

/** What goes with it is counted before it goes. */
function Removal({ zone, title }: { readonly zone: Zone; readonly title: string }) {
  const desk = useDesk();
  const { say } = desk;
  const count = countIn(desk, zone.id);
  return (
    <p class="zone-removal">
      <button
        type="button"
        class="button small danger"
        aria-label={say("zone.remove", { zone: title })}
        onClick={() => {
          desk.shaping.value = null;
          remove(desk, zone);
        }}
      >
        <Icon name="trash-2" />
        {say("zone.remove.short")}
      </button>
      {count > 0 && <span class="hint">{say("zone.remove.count", { count })}</span>}
    </p>
  );
}
