import { useEffect, useId, useRef } from "preact/hooks";

import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { Shows } from "./Shows";

/** What the map shows, beside the board: it stays while one works. */
export function ShowsAside() {
  const { showing, say } = useDesk();
  const heading = useId();
  const head = useRef<HTMLHeadingElement>(null);
  const opened = useRef(showing.peek());
  const open = showing.value;
  useEffect(() => {
    // Only when it is opened by hand: a page that begins with it open begins at the board.
    if (open && !opened.current) head.current?.focus();
    opened.current = open;
  }, [open]);
  if (!open) return null;
  const close = () => {
    showing.value = false;
    document.querySelector<HTMLElement>(".shows-button")?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it from within
    <aside
      class="challenge"
      aria-labelledby={heading}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <header class="modal-head">
        <h2 id={heading} ref={head} tabIndex={-1}>
          {say("shows.title")}
        </h2>
        <button type="button" class="button quiet icon-only" aria-label={say("app.close")} onClick={close}>
          <Icon name="x" />
        </button>
      </header>
      <div class="challenge-body">
        <Shows />
      </div>
    </aside>
  );
}
