import { useEffect, useRef } from "preact/hooks";

import type { Part } from "../../board/floor";
import { useDesk } from "../desk";
import { followsFrom, goTo, GRACE_MS, shapeOf } from "./leading";

/** The moment before a part begins: what follows from it, and a way back. */
export function Going() {
  const part = useDesk().going.value;
  return part && <Grace key={part.id} part={part} />;
}

function Grace({ part }: { readonly part: Part }) {
  const desk = useDesk();
  const { floor, going, say, tell } = desk;
  const strip = useRef<HTMLDivElement>(null);
  const follows = followsFrom(desk, part);
  const from = useRef(floor.current.value?.id);
  const words = `${say("lead.going", { part: part.title })} ${shapeOf(desk, part)}.`;
  useEffect(() => {
    tell([words, follows, say("lead.going.cancel")].filter(Boolean).join(" "), true);
    // A dialog that this was chosen in gives the focus back first.
    const focus = requestAnimationFrame(() => strip.current?.querySelector("button")?.focus());
    const go = setTimeout(() => {
      going.value = null;
      goTo(desk, part);
    }, GRACE_MS);
    return () => {
      clearTimeout(go);
      cancelAnimationFrame(focus);
      if (strip.current?.contains(document.activeElement)) document.querySelector<HTMLElement>(".next-part")?.focus();
    };
  }, []);
  // Somebody else who leads was first.
  const isOvertaken = floor.current.value?.id !== from.current;
  useEffect(() => {
    if (isOvertaken) going.value = null;
  }, [isOvertaken]);
  const cancel = () => {
    going.value = null;
    tell(say("lead.cancelled"));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape does what the button inside does
    <div
      ref={strip}
      class="floor-strip going"
      onKeyDown={(event) => {
        if (event.key === "Escape") cancel();
      }}
    >
      <p>
        <b>{words}</b> {follows}
      </p>
      <button type="button" class="button" onClick={cancel}>
        {say("app.cancel")}
      </button>
    </div>
  );
}
