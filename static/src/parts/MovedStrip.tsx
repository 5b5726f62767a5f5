import { useEffect, useState } from "preact/hooks";

import { aboveComposer, aboveTools } from "./above-composer";
import { useDesk } from "./desk";
import { Icon } from "./Icon";
import { OFFERED_MS } from "./moved";
import type { Moved } from "./moved";

/** Says what was just done, such as where a note went, for as long as it is the last thing that was done. */
export function MovedStrip() {
  const { moved, store } = useDesk();
  const last = moved.value;
  return last !== null && store.latest.value === last.act ? <Strip moved={last} /> : null;
}

function Strip({ moved }: { readonly moved: Moved }) {
  const desk = useDesk();
  const { say, store, tell } = desk;
  const [held, setHeld] = useState(false);
  const [place] = useState(aboveComposer);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => (desk.moved.value = null), OFFERED_MS);
    return () => clearTimeout(timer);
  }, [moved, held]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what is looked at stays
    <section
      class={aboveTools(desk)}
      aria-label={say("done.label")}
      style={place}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <p>{moved.said}</p>
      <button
        type="button"
        class="button small"
        aria-label={say("tool.undo", { what: moved.act.words })}
        onClick={() => {
          store.undo();
          tell(say("undone", { what: moved.act.words }));
        }}
      >
        <Icon name="undo-2" />
        {say("tool.undo.none")}
      </button>
    </section>
  );
}
