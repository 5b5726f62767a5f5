import { useEffect } from "preact/hooks";

import { aboveComposer, aboveTools } from "./above-composer";
import { useDesk } from "./desk";
import { Icon } from "./Icon";
import { OFFERED_MS } from "./moved";

/** What was just done or could not be, for a while. It is said aloud by the one voice of the board, not here. */
export function NoticeStrip() {
  const desk = useDesk();
  const { notice, say } = desk;
  const now = notice.value;
  useEffect(() => {
    if (now === null) return undefined;
    const timer = setTimeout(() => (notice.value = null), OFFERED_MS);
    return () => clearTimeout(timer);
  }, [now]);
  if (now === null) return null;
  return (
    <section class={aboveTools(desk)} aria-label={say("notice.label")} style={aboveComposer()}>
      <p>{now.text}</p>
      <button
        type="button"
        class="button small icon-only"
        aria-label={say("app.close")}
        onClick={() => (notice.value = null)}
      >
        <Icon name="x" />
      </button>
    </section>
  );
}
