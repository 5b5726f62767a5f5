import type { ComponentChildren } from "preact";

import { useDesk } from "../desk";

interface DialogFormProps {
  /** The word on the button that does it. */
  readonly word: string;
  readonly may?: boolean;
  readonly onDone: () => void;
  readonly children: ComponentChildren;
}

/** The form of a dialog: it does its one thing and closes; cancelling changes nothing. */
export function DialogForm({ word, may = true, onDone, children }: DialogFormProps) {
  const { dialog, say } = useDesk();
  const close = () => {
    dialog.value = null;
  };
  return (
    <form
      class="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!may) return;
        close();
        onDone();
      }}
    >
      {children}
      <div class="dialog-buttons">
        <button type="submit" class="button main" disabled={!may}>
          {word}
        </button>
        <button type="button" class="button" onClick={close}>
          {say("app.cancel")}
        </button>
      </div>
    </form>
  );
}
