import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { useDesk } from "../desk";

interface AskedProps {
  /** The first click; it is given what asks. */
  readonly children: (ask: () => void) => ComponentChildren;
  readonly question: string;
  /** What follows. */
  readonly what: string;
  readonly word: string;
  readonly onSure: () => Promise<void>;
}

/** What is done in two clicks: the second is asked for in place, and says what follows. */
export function Asked({ children, question, what, word, onSure }: AskedProps) {
  const { say } = useDesk();
  const [asked, setAsked] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), [asked]);
  if (!asked) return <>{children(() => setAsked(true))}</>;
  return (
    <div class="notice warn asked" role="group" aria-label={question}>
      <p>
        <b>{question}</b>
      </p>
      <p>{what}</p>
      <p class="row">
        <button type="button" class="button danger small" onClick={() => void onSure().then(() => setAsked(false))}>
          {word}
        </button>
        <button ref={cancel} type="button" class="button small" onClick={() => setAsked(false)}>
          {say("app.cancel")}
        </button>
      </p>
    </div>
  );
}
