import type { Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

import { useDesk } from "./desk";
import { Icon } from "./Icon";

interface Props {
  readonly open: Signal<boolean>;
  readonly title: string;
  /** What opened it, and has the focus again once it is closed. */
  readonly opener: string;
  readonly children: ComponentChildren;
}

/** What stands beside the board and stays while one works there. */
export function Aside({ open, title, opener, children }: Props) {
  const { say } = useDesk();
  const heading = useId();
  const head = useRef<HTMLHeadingElement>(null);
  const opened = useRef(open.peek());
  const isOpen = open.value;
  useEffect(() => {
    // Only when it is opened by hand: a page that begins with it open begins at the board.
    if (isOpen && !opened.current) head.current?.focus();
    opened.current = isOpen;
  }, [isOpen]);
  if (!isOpen) return null;
  const close = () => {
    open.value = false;
    document.querySelector<HTMLElement>(opener)?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it from within
    <aside
      class="side-panel"
      aria-labelledby={heading}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <header class="modal-head">
        <h2 id={heading} ref={head} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" class="button quiet icon-only" aria-label={say("app.close")} onClick={close}>
          <Icon name="x" />
        </button>
      </header>
      <div class="side-panel-body">{children}</div>
    </aside>
  );
}
