import { useEffect, useRef, useState } from "preact/hooks";

import { wayBack } from "../../board/happened";
import type { ActTold } from "../../board/happened";
import { clock } from "../clock";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { whatWasDone, whoDid } from "../happened";
import { Icon } from "../Icon";
import { Modal } from "../Modal";
import { GoBack } from "./GoBack";

interface Answer {
  readonly seq: number;
  readonly acts: readonly ActTold[];
}

/**
 * What was done on the board, newest first; each act can be put back.
 *
 * What happens meanwhile waits behind a button, so that nothing moves under the eye or the finger.
 */
export function ActsPanel() {
  const desk = useDesk();
  const { say, store } = desk;
  const [answer, setAnswer] = useState<Answer | "failed" | null>(null);
  const [putBack, setPutBack] = useState<ReadonlySet<number>>(new Set());
  const fetchAgain = () => void fetchActs(desk).then(setAnswer);
  const { epoch, seq } = store.confirmed.value;
  // What was erased is not to be read here either.
  useEffect(fetchAgain, [epoch]);
  const told = answer === null || answer === "failed" ? null : answer;
  return (
    <Modal title={say("acts.title")} side>
      <p class="hint">{say("acts.what")}</p>
      {answer === "failed" && (
        <p class="error" role="alert">
          {say("acts.failed")}
        </p>
      )}
      {(answer === "failed" || (told !== null && told.seq < seq)) && (
        <button type="button" class="button small" onClick={fetchAgain}>
          <Icon name="rotate-ccw" />
          {say("acts.more")}
        </button>
      )}
      {told?.acts.length === 0 && <p class="soft">{say("acts.none")}</p>}
      <ol class="acts">
        {told?.acts.map((act) => (
          <Row
            key={act.seq}
            act={act}
            isBack={putBack.has(act.seq)}
            isLast={act.seq === told.seq}
            onBack={() => setPutBack(new Set([...putBack, act.seq]))}
          />
        ))}
      </ol>
    </Modal>
  );
}

interface RowProps {
  readonly act: ActTold;
  readonly isBack: boolean;
  /** Whether nothing came after it. */
  readonly isLast: boolean;
  readonly onBack: () => void;
}

function Row({ act, isBack, isLast, onBack }: RowProps) {
  const desk = useDesk();
  const { say, store } = desk;
  const words = whatWasDone(desk, act);
  const wishes = wayBack(act, store.items.value);
  const time = clock(desk, act.at);
  const [isAsked, setAsked] = useState(false);
  const here = useRef<HTMLButtonElement>(null);
  const end = () => {
    setAsked(false);
    here.current?.focus();
  };
  const restore = () => {
    onBack();
    store.act(wishes, { undo: say("undo.restore") });
    desk.tell(say("acts.done", { what: words }));
  };
  return (
    <li>
      <time dateTime={act.at}>{time}</time>
      <p>
        <b>{whoDid(desk, act)}</b> {words}
      </p>
      {isBack && (
        <span class="soft">
          <Icon name="check" />
          {say("acts.back")}
        </span>
      )}
      <div class="row acts-back">
        {!isBack && wishes.length > 0 && (
          <button
            type="button"
            class="button small"
            aria-label={`${say("removed.restore")}: ${words}`}
            onClick={restore}
          >
            {say("removed.restore")}
          </button>
        )}
        {!isLast && (
          <button
            type="button"
            class="button small quiet"
            aria-label={`${say("acts.to")}: ${time}, ${words}`}
            aria-expanded={isAsked}
            ref={here}
            onClick={() => setAsked(!isAsked)}
          >
            {say("acts.to")}
          </button>
        )}
      </div>
      {isAsked && <GoBack seq={act.seq} time={time} onEnd={end} />}
    </li>
  );
}

async function fetchActs({ boot }: Desk): Promise<Answer | "failed"> {
  const url = `/api/v1/boards/${encodeURIComponent(boot.document)}/acts`;
  try {
    const response = await fetch(url, { headers: { Authorization: `Bearer ${boot.token}` }, cache: "no-store" });
    return response.ok ? ((await response.json()) as Answer) : "failed";
  } catch {
    return "failed"; // no connection: said in the panel, and the button asks again
  }
}
