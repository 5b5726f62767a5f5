import { useEffect, useState } from "preact/hooks";

import type { Note } from "../board/items";
import { keepers } from "../board/merged";
import { restoreNote } from "./acts";
import { useDesk } from "./desk";
import { Icon } from "./Icon";
import { mayErase, mayRestore } from "./may";
import { fetchRemoved } from "./removed";
import type { Removed } from "./removed";
import { excerpt } from "./wording";

/** Notes that were removed, fetched when asked for: each can come back to where it was. */
export function RemovedList() {
  const desk = useDesk();
  const { say, store } = desk;
  const [answer, setAnswer] = useState<Removed | null>(null);
  const [asked, setAsked] = useState(0);
  const isSaved = store.pending.value.length === 0; // what one has just removed the server knows only then
  useEffect(() => {
    if (asked > 0) void fetchRemoved(desk).then(setAnswer);
  }, [asked, isSaved]);
  const kept = keepers(store.items.value); // what went into another is told there
  const gone = Array.isArray(answer)
    ? (answer as readonly Note[]).filter(({ id }) => !store.items.value.has(id) && !kept.has(id))
    : [];
  return (
    <>
      {answer === "failed" && (
        <p class="error" role="alert">
          {say("removed.failed")}
        </p>
      )}
      {Array.isArray(answer) && gone.length === 0 && <p class="soft">{say("removed.none")}</p>}
      <ul class="sentences">
        {gone.map((note) => (
          <li key={note.id}>
            <p lang={note.lang}>{excerpt(note.text, 120)}</p>
            <div class="row">
              {mayRestore(desk, note) && (
                <button
                  type="button"
                  class="button small"
                  aria-label={`${say("removed.restore")}: ${excerpt(note.text)}`}
                  onClick={() => restoreNote(desk, note)}
                >
                  <Icon name="rotate-ccw" />
                  {say("removed.restore")}
                </button>
              )}
              {mayErase(desk, note) && (
                <button
                  type="button"
                  class="button small"
                  aria-label={`${say("tool.erase")}: ${excerpt(note.text)}`}
                  onClick={() => (desk.dialog.value = { name: "erase", note: note.id, text: note.text })}
                >
                  <Icon name="eraser" />
                  {say("tool.erase")}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <button type="button" class="button small" onClick={() => setAsked(asked + 1)}>
        {say("removed.show")}
      </button>
    </>
  );
}
