import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { useDesk } from "../desk";

interface SureProps {
  readonly word: string;
  /** What the word is about, where several buttons bear it. */
  readonly about?: string;
  readonly question: string;
  readonly main?: boolean;
  readonly onSure: () => void;
  /** What follows from it. */
  readonly children: ComponentChildren;
}

/** A button for what cannot be taken back: it says what follows, and asks once more. */
export function Sure({ word, about, question, main = false, onSure, children }: SureProps) {
  const { say } = useDesk();
  const [asked, setAsked] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), [asked]);
  const label = about ? `${word}: ${about}` : undefined;
  return (
    <div class="sure">
      <p class="hint">{children}</p>
      {asked ? (
        <div class="notice warn" role="group" aria-label={question}>
          <p>
            <b>{question}</b>
          </p>
          <div class="row">
            <button type="button" class="button main small" aria-label={label} onClick={onSure}>
              {word}
            </button>
            <button ref={cancel} type="button" class="button small" onClick={() => setAsked(false)}>
              {say("app.cancel")}
            </button>
          </div>
        </div>
      ) : (
        <button
          type="button"
          class={main ? "button main" : "button small"}
          aria-label={label}
          onClick={() => setAsked(true)}
        >
          {word}
        </button>
      )}
    </div>
  );
}
