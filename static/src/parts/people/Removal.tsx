import { useEffect, useRef, useState } from "preact/hooks";

import { ask } from "../ask";
import { useDesk } from "../desk";
import { Icon } from "../Icon";
import type { Somebody } from "./everybody";

interface RemovalProps {
  readonly person: Somebody;
  readonly onDone: () => void;
}

/** Sending somebody out, in two clicks: the second says what follows. */
export function Removal({ person, onDone }: RemovalProps) {
  const { boot, say, tell } = useDesk();
  const { id, name } = person;
  const [asked, setAsked] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), [asked]);
  const remove = async () => {
    const answer = await ask<null>(boot, "DELETE", `/api/v1/participants/${encodeURIComponent(id)}`);
    if ("got" in answer) tell(say("people.removed", { name }));
    else tell(answer.message || say("people.failed"), true);
    setAsked(false);
    onDone();
  };
  if (!asked) {
    return (
      <button
        type="button"
        class="button quiet icon-only"
        aria-label={`${say("people.remove")}: ${name}`}
        title={say("people.remove")}
        onClick={() => setAsked(true)}
      >
        <Icon name="user-minus" />
      </button>
    );
  }
  const question = say("people.remove.sure", { name });
  return (
    <div class="notice warn removal" role="group" aria-label={question}>
      <p>
        <b>{question}</b>
      </p>
      <p>{say("people.remove.what")}</p>
      <p class="row">
        <button type="button" class="button danger small" onClick={() => void remove()}>
          {say("people.remove.do")}
        </button>
        <button ref={cancel} type="button" class="button small" onClick={() => setAsked(false)}>
          {say("app.cancel")}
        </button>
      </p>
    </div>
  );
}
