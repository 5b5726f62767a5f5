import { useEffect, useRef, useState } from "preact/hooks";

import type { ChangeTold } from "../../board/happened";
import type { Wish } from "../../board/operations";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { named } from "../happened";

const MOST_NAMED = 4;
const WILL = ["restored", "changed", "removed"] as const;

/** The way back to an earlier number, as the server tells it. */
interface Way {
  readonly changes: readonly (Pick<ChangeTold, "id" | "item"> & { readonly will: (typeof WILL)[number] })[];
  readonly ops: readonly Wish[];
}

interface GoBackProps {
  readonly seq: number;
  /** When it was, in words. */
  readonly time: string;
  readonly onEnd: () => void;
}

/** Before the whole board goes back: what will change is said first, and then it is one act that can be undone. */
export function GoBack({ seq, time, onEnd }: GoBackProps) {
  const desk = useDesk();
  const { say, store } = desk;
  const [way, setWay] = useState<Way | "failed" | null>(null);
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    group.current?.focus();
    void fetchWay(desk, seq).then(setWay);
  }, []);
  // What is told may end below the edge, with the buttons.
  useEffect(() => group.current?.scrollIntoView({ block: "nearest" }), [way]);
  const found = way === null || way === "failed" ? null : way;
  const goBack = () => {
    if (found === null) return;
    store.act(found.ops, { undo: say("undo.back") });
    desk.tell(say("back.done", { time }));
    onEnd();
  };
  return (
    <div class="go-back notice" role="group" aria-label={say("acts.to")} tabIndex={-1} ref={group}>
      <p>{say("back.what", { time })}</p>
      {way === "failed" && (
        <p class="error" role="alert">
          {say("back.failed")}
        </p>
      )}
      {found !== null && <Told desk={desk} way={found} />}
      <div class="row">
        {found !== null && found.ops.length > 0 && (
          <button type="button" class="button main small" onClick={goBack}>
            {say("back.do")}
          </button>
        )}
        <button type="button" class="button small" onClick={onEnd}>
          {say("app.cancel")}
        </button>
      </div>
    </div>
  );
}

function Told({ desk, way }: { readonly desk: Desk; readonly way: Way }) {
  const { say } = desk;
  if (way.changes.length === 0) return <p role="status">{say("back.none")}</p>;
  return (
    <div role="status">
      <ul>
        {WILL.map((will) => {
          const items = way.changes.filter((change) => change.will === will);
          const rest = items.length - MOST_NAMED;
          const names = items.slice(0, MOST_NAMED).map((change) => named(desk, change));
          return items.length === 0 ? null : (
            <li key={will}>
              <b>{say(`back.${will}`, { count: items.length })}</b> {names.join(", ")}
              {rest > 0 && ` ${say("back.rest", { count: rest })}`}
            </li>
          );
        })}
      </ul>
      <p class="hint">{say("back.stays")}</p>
    </div>
  );
}

async function fetchWay({ boot }: Desk, seq: number): Promise<Way | "failed"> {
  const url = `/api/v1/boards/${encodeURIComponent(boot.document)}/back?seq=${seq}`;
  try {
    const response = await fetch(url, { headers: { Authorization: `Bearer ${boot.token}` }, cache: "no-store" });
    return response.ok ? ((await response.json()) as Way) : "failed";
  } catch {
    return "failed"; // no connection: said where it was asked for
  }
}
