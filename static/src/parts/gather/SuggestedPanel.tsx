import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { isNote } from "../../board/items";
import { addCluster } from "../acts";
import { useDesk } from "../desk";
import { Checks } from "../dialogs/ClusterParts";
import { TextField } from "../dialogs/Field";
import { mayChange } from "../may";
import { Modal } from "../Modal";
import { useSuggested } from "./useSuggested";
import type { SuggestedTheme } from "./useSuggested";

/** Themes that notes may belong to. Each is offered: taken as it is or changed, or left; until then nothing happens. */
export function SuggestedPanel() {
  const desk = useDesk();
  const { say } = desk;
  const { told, failed, again } = useSuggested(desk);
  return (
    <Modal title={say("suggest.title")} side>
      <p class="hint">{say("suggest.what")}</p>
      {told === null && failed === null && <p role="status">{say("suggest.waiting")}</p>}
      {failed !== null && (
        <p class="error" role="alert">
          {failed}
        </p>
      )}
      {told && <Themes themes={told.themes} />}
      {told !== null && told.unread > 0 && <p class="hint">{say("suggest.unread", { count: told.unread })}</p>}
      {(told !== null || failed !== null) && (
        <button type="button" class="button" onClick={again}>
          {say("suggest.again")}
        </button>
      )}
    </Modal>
  );
}

function Themes({ themes }: { readonly themes: readonly SuggestedTheme[] }) {
  const desk = useDesk();
  const { say } = desk;
  const [gone, setGone] = useState<ReadonlySet<SuggestedTheme>>(new Set());
  const left = themes.filter((theme) => !gone.has(theme));
  const list = useRef<HTMLUListElement>(null);
  const end = useRef<HTMLParagraphElement>(null);
  // The one whose button had the focus is gone: the next one has it.
  useLayoutEffect(() => {
    if (gone.size > 0) (list.current?.querySelector<HTMLElement>("input[type=text]") ?? end.current)?.focus();
  }, [gone]);
  if (left.length === 0) {
    return (
      <p class="soft" ref={end} tabIndex={-1}>
        {say(themes.length > 0 ? "suggest.done" : "suggest.none")}
      </p>
    );
  }
  return (
    <ul class="clusters" ref={list}>
      {left.map((theme) => (
        <Offer key={theme.notes.join()} theme={theme} onGone={() => setGone(new Set([...gone, theme]))} />
      ))}
    </ul>
  );
}

interface OfferProps {
  readonly theme: SuggestedTheme;
  readonly onGone: () => void;
}

function Offer({ theme, onGone }: OfferProps) {
  const desk = useDesk();
  const { say, store, clusterOf } = desk;
  const [title, setTitle] = useState(theme.title);
  const [chosen, setChosen] = useState(theme.notes);
  // Somebody may have removed or gathered some of them since.
  const notes = theme.notes
    .map((id) => store.items.value.get(id))
    .filter(isNote)
    .filter((note) => mayChange(desk, note) && !clusterOf.value.has(note.id));
  const there = chosen.filter((id) => notes.some((note) => note.id === id));
  const name = title.trim();
  const end = (word: "suggest.taken" | "suggest.left") => {
    desk.tell(say(word, { title: name || theme.title }));
    onGone();
  };
  if (notes.length === 0) return null;
  return (
    <li class="cluster offer">
      <TextField label={say("cluster.name")} value={title} onChange={setTitle} input={{ maxLength: 200 }} />
      <Checks legend={say("cluster.notes")} choices={notes} chosen={there} onChange={setChosen} />
      <p class="row">
        <button
          type="button"
          class="button"
          disabled={there.length === 0 || name === ""}
          aria-label={`${say("suggest.take")}: ${name}`}
          onClick={() => {
            addCluster(desk, name, there);
            end("suggest.taken");
          }}
        >
          {say("suggest.take")}
        </button>
        <button
          type="button"
          class="button quiet"
          aria-label={`${say("suggest.leave")}: ${name}`}
          onClick={() => end("suggest.left")}
        >
          {say("suggest.leave")}
        </button>
      </p>
    </li>
  );
}
