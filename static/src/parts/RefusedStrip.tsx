import { useState } from "preact/hooks";

import type { Operation, Refused } from "../board/operations";
import { useDesk } from "./desk";
import { Icon } from "./Icon";

/** What did not go through and why, with what was written: it can be sent again, copied or put away. */
export function RefusedStrip({ refused }: { readonly refused: Refused }) {
  const { store, say } = useDesk();
  const [copied, setCopied] = useState(false);
  const text = writtenIn(refused.operation);
  const copy = async () => {
    await navigator.clipboard?.writeText(text);
    setCopied(true);
  };
  return (
    <div class="strip refused">
      <p class="strip-title">
        <Icon name="circle-alert" />
        {say("refused.title")}
      </p>
      <p>{refused.message}</p>
      {text && <p class="refused-text">{text}</p>}
      <div class="strip-buttons">
        {refused.operation && (
          <button type="button" class="button small" onClick={() => store.again(refused.op)}>
            {say("refused.again")}
          </button>
        )}
        {text && (
          <button type="button" class="button small" onClick={() => void copy()}>
            {say(copied ? "app.copied" : "refused.copy")}
          </button>
        )}
        <button type="button" class="button small" onClick={() => store.dismiss(refused.op)}>
          {say("refused.drop")}
        </button>
      </div>
    </div>
  );
}

/** What a person had written, so that it is never lost with the operation. */
export function writtenIn(operation: Operation | null): string {
  if (!operation) return "";
  if ("text" in operation) return operation.text;
  return "title" in operation && typeof operation.title === "string" ? operation.title : "";
}

/** The refusals that belong beside this note: whatever was wished of it. */
export function ofNote(refusals: readonly Refused[], note: string): readonly Refused[] {
  return refusals.filter(({ operation }) => operation && "note" in operation && operation.note === note);
}

/** The refusals of notes that were to come into this zone. */
export function ofZone(refusals: readonly Refused[], zone: string): readonly Refused[] {
  return refusals.filter(({ operation }) => operation?.type === "note.add" && operation.zone === zone);
}
