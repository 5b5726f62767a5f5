import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

import { NARROW, useDesk } from "./desk";
import { Icon } from "./Icon";
import { focusNote } from "./focus-note";

interface ModalProps {
  readonly title: string;
  /** A sheet from the side, for what is looked at beside the board. */
  readonly side?: boolean;
  /** A card beside this note, where there is room for one. */
  readonly beside?: string | undefined;
  readonly children: ComponentChildren;
}

/** A dialog that holds the focus while it is open, and gives it back to where it was. */
export function Modal({ title, side = false, beside, children }: ModalProps) {
  const { dialog, say } = useDesk();
  const frame = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Before the paint: the very next key belongs to the dialog.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const note = before?.closest<HTMLElement>("[data-note]")?.dataset.note;
    const element = frame.current;
    if (element && !element.open) element.showModal();
    if (element && beside !== undefined) putBeside(element, beside);
    // A form begins at its first field unless it names another, anything else is read from its heading.
    const within = (fields: string) => (side ? null : element?.querySelector<HTMLElement>(`.modal-body ${fields}`));
    const first = within("[data-begin]") ?? within(":is(input, select, textarea)");
    const chosen = first?.closest("fieldset")?.querySelector<HTMLElement>("input:checked");
    (chosen ?? first ?? element?.querySelector<HTMLElement>("h2"))?.focus();
    return () => {
      element?.close();
      giveBack(before, note);
    };
  }, []);
  const close = () => {
    dialog.value = null;
  };
  return (
    <dialog
      ref={frame}
      class={side ? "modal side" : beside === undefined ? "modal" : "modal card"}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <header class="modal-head">
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" class="button quiet icon-only" aria-label={say("app.close")} onClick={close}>
          <Icon name="x" />
        </button>
      </header>
      <div class="modal-body">{children}</div>
    </dialog>
  );
}

const GAP_PIXELS = 10;

/** To the right of the note or, where that is no room, to its left; on a narrow screen the style sheet says where. */
function putBeside(card: HTMLElement, id: string): void {
  const note = document.querySelector(`[data-note="${CSS.escape(id)}"]`);
  if (!note || matchMedia(NARROW).matches) return;
  const { left, right, top } = note.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const fits = right + GAP_PIXELS + width <= innerWidth;
  const x = fits ? right + GAP_PIXELS : left - GAP_PIXELS - width;
  if (x < 0) return;
  const y = Math.max(GAP_PIXELS, Math.min(top, innerHeight - height - GAP_PIXELS));
  Object.assign(card.style, { margin: "0", left: `${x}px`, top: `${y}px` });
}

/** The focus returns to where it was, or to the same note in its new place, unless something else has taken it meanwhile. */
function giveBack(before: Element | null, note: string | undefined): void {
  const now = document.activeElement;
  requestAnimationFrame(() => {
    const later = document.activeElement;
    const isTaken = later !== now && later !== document.body;
    if (isTaken || document.querySelector("dialog[open]")) return;
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    else focusNote(note);
  });
}
