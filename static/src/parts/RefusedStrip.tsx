import { useEffect, useState } from "preact/hooks";

import type { Note } from "../board/items";
import type { Refused } from "../board/operations";
import { OTHER_PAST } from "../board/past";
import type { Store } from "../board/store";
import { bringBack, goneOf, mayBringBack, mayStandAlone, standAlone } from "./again";
import { useDesk } from "./desk";
import { goToNote } from "./go-to";
import { Icon } from "./Icon";
import { aboutOf, reasonOf, writtenIn } from "./refused";
import { fetchRemoved } from "./removed";
import { excerpt } from "./wording";

interface RefusedStripProps {
  readonly refused: Refused;
  /** What it was asked of: the board, if not said. Where nothing can be asked again, it is only put away. */
  readonly of?: Pick<Store, "dismiss"> & Partial<Pick<Store, "again">>;
  /** It stands beside its note, which need not be named then. */
  readonly beside?: boolean;
}

/** What did not go through and why, with what was written: it can be sent in some way, copied or put away. */
export function RefusedStrip({ refused, of, beside = false }: RefusedStripProps) {
  const desk = useDesk();
  const { store, say } = desk;
  const asked = of ?? store;
  const [copied, setCopied] = useState(false);
  const text = writtenIn(refused.operation);
  const about = beside ? undefined : aboutOf(store.items.value, refused);
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
      <p>
        {reasonOf(refused, say)} {about && say("refused.about", { note: excerpt(about.text) })}
      </p>
      {text && <p class="refused-text">{text}</p>}
      <div class="strip-buttons">
        {asked.again && goneOf(refused) === null && refused.operation && (
          <button type="button" class="button small" onClick={() => asked.again?.(refused.op)}>
            {say(refused.code === OTHER_PAST ? "refused.send" : "refused.again")}
          </button>
        )}
        {about && (
          <button type="button" class="button small" onClick={() => goToNote(desk, about)}>
            {say("refused.go")}
          </button>
        )}
        {asked === store && <Ways refused={refused} />}
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

/** The note can be brought back, or what was written becomes one of its own. */
function Ways({ refused }: { readonly refused: Refused }) {
  const desk = useDesk();
  const { say } = desk;
  const note = useAbout(refused);
  const alone = mayStandAlone(desk, refused);
  return (
    <>
      {goneOf(refused) !== null && mayBringBack(desk, note) && (
        <button type="button" class="button small" onClick={() => bringBack(desk, refused, note)}>
          {say("refused.restore")}
        </button>
      )}
      {alone && (
        <button type="button" class="button small" onClick={() => standAlone(desk, refused, note)}>
          {say(alone === "late" ? "refused.late" : "refused.alone")}
        </button>
      )}
    </>
  );
}

/** The note that it was about, also one that is gone, as the server has it. */
function useAbout(refused: Refused): Note | undefined {
  const desk = useDesk();
  const gone = goneOf(refused);
  const [found, setFound] = useState<Note | undefined>();
  useEffect(() => {
    if (gone === null) return;
    void fetchRemoved(desk).then((removed) => {
      if (removed !== "failed") setFound(removed.find(({ id }) => id === gone));
    });
  }, [gone]);
  const about = refused.operation && "note" in refused.operation ? refused.operation.note : "";
  return found ?? (desk.store.items.value.get(about) as Note | undefined);
}
