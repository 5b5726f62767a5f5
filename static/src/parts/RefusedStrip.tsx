import { useState } from "preact/hooks";

import type { Operation, Refused } from "../board/operations";
import { OTHER_PAST } from "../board/past";
import type { Store } from "../board/store";
import type { Say } from "../words";
import { useDesk } from "./desk";
import { Icon } from "./Icon";

interface RefusedStripProps {
  readonly refused: Refused;
  /** What it was asked of: the board, if not said. Where nothing can be asked again, it is only put away. */
  readonly of?: Pick<Store, "dismiss"> & Partial<Pick<Store, "again">>;
}

/** What did not go through and why, with what was written: it can be sent again, copied or put away. */
export function RefusedStrip({ refused, of }: RefusedStripProps) {
  const { store, say } = useDesk();
  const asked = of ?? store;
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
      <p>{reasonOf(refused, say)}</p>
      {text && <p class="refused-text">{text}</p>}
      <div class="strip-buttons">
        {refused.operation && asked.again && (
          <button type="button" class="button small" onClick={() => asked.again?.(refused.op)}>
            {say(refused.code === OTHER_PAST ? "refused.send" : "refused.again")}
          </button>
        )}
        {text && (
          <button type="button" class="button small" onClick={() => void copy()}>
            {say(copied ? "app.copied" : "refused.copy")}
          </button>
        )}
        <button type="button" class="button small" onClick={() => asked.dismiss(refused.op)}>
          {say("refused.drop")}
        </button>
      </div>
    </div>
  );
}

/** Why it was not done: the server's sentence, or what this page knows by itself. */
export function reasonOf({ code, message }: Refused, say: Say): string {
  return code === OTHER_PAST ? say("refused.past") : message;
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
