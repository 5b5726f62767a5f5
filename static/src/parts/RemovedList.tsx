import { useState } from "preact/hooks";

import { isNote } from "../board/items";
import type { Item, Note } from "../board/items";
import { restoreNote } from "./acts";
import { useDesk } from "./desk";
import type { Desk } from "./desk";
import { Icon } from "./Icon";
import { mayErase, mayRestore } from "./may";
import { excerpt } from "./wording";

type Answer = readonly Note[] | "failed" | null;

/** Notes that were removed, fetched when asked for: each can come back to where it was. */
export function RemovedList() {
  const desk = useDesk();
  const { say, store } = desk;
  const [answer, setAnswer] = useState<Answer>(null);
  const show = () => void fetchRemoved(desk).then(setAnswer);
  const gone = Array.isArray(answer) ? (answer as readonly Note[]).filter(({ id }) => !store.items.value.has(id)) : [];
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
      <button type="button" class="button small" onClick={show}>
        {say("removed.show")}
      </button>
    </>
  );
}

async function fetchRemoved({ boot }: Desk): Promise<Answer> {
  const url = boot.urls.removed ?? `/api/v1/boards/${encodeURIComponent(boot.document)}/removed`;
  try {
    const response = await fetch(url, { headers: { Authorization: `Bearer ${boot.token}` } });
    if (!response.ok) return "failed";
    const body = (await response.json()) as { readonly items?: readonly Item[] } | readonly Item[];
    const items = Array.isArray(body) ? (body as readonly Item[]) : ((body as { items?: readonly Item[] }).items ?? []);
    return items.filter(isNote);
  } catch {
    return "failed"; // no connection: said on the page, and the button asks again
  }
}
