import { ask } from "../ask";
import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { Asked } from "./Asked";
import type { Somebody } from "./everybody";

interface RemovalProps {
  readonly person: Somebody;
  readonly again: () => Promise<void>;
}

/** Sending somebody out. */
export function Removal({ person: { id, name }, again }: RemovalProps) {
  const { boot, say, tell } = useDesk();
  const remove = async () => {
    const answer = await ask<null>(boot, "DELETE", `/api/v1/participants/${encodeURIComponent(id)}`);
    if ("got" in answer) tell(say("people.removed", { name }));
    else tell(answer.message || say("people.failed"), true);
    await again();
  };
  return (
    <Asked
      question={say("people.remove.sure", { name })}
      what={say("people.remove.what")}
      word={say("people.remove.do")}
      onSure={remove}
    >
      {(question) => (
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={`${say("people.remove")}: ${name}`}
          title={say("people.remove")}
          onClick={question}
        >
          <Icon name="user-minus" />
        </button>
      )}
    </Asked>
  );
}
