import { useLayoutEffect, useState } from "preact/hooks";

import { isLink, isNote } from "../../board/items";
import { useDesk } from "../desk";
import { goToNote } from "../go-to";
import { Icon } from "../Icon";
import { mayAdd } from "../may";
import { Modal } from "../Modal";
import { CommentField } from "./CommentField";
import { aboutOf, addComment, allThreads, threadsOn } from "./commenting";
import type { About } from "./commenting";
import { Threads } from "./Threads";

/** What was said about one note or arrow, and a field to say more; without `on`, all that was said on the board. */
export function CommentsPanel({ on }: { readonly on?: string | undefined }) {
  const { say } = useDesk();
  return (
    <Modal title={say(on === undefined ? "comments.all" : "tool.comment")} side>
      {on === undefined ? <All /> : <Of key={on} on={on} />}
    </Modal>
  );
}

function Of({ on }: { readonly on: string }) {
  const desk = useDesk();
  const { say, store } = desk;
  const threads = threadsOn(desk, on);
  useKeptFocus(threads.flatMap(({ answers }) => answers).length + threads.length);
  // It may be removed, by somebody else too, while it is talked of.
  if (!store.items.value.has(on)) return <p>{say("comments.gone")}</p>;
  return (
    <>
      <p class="quoted">{aboutOf(desk, on)}</p>
      {store.mode.value === "silent" && <p class="hint">{say("comments.silent")}</p>}
      <Threads threads={threads} />
      {mayAdd(desk) && (
        <CommentField
          of={on}
          label={say("comment.label")}
          send={say("comment.add")}
          onSend={(text) => addComment(desk, on, text)}
        />
      )}
      <AllOpener />
    </>
  );
}

function AllOpener() {
  const { say, dialog } = useDesk();
  return (
    <button type="button" class="button small quiet" onClick={() => (dialog.value = { name: "comments" })}>
      <Icon name="list" />
      {say("comments.all")}
    </button>
  );
}

function All() {
  const desk = useDesk();
  const { say } = desk;
  const [isOpen, setOpen] = useState(true);
  const all = allThreads(desk);
  const shown = all
    .map(({ on, threads }) => ({ on, threads: threads.filter(({ head }) => !head.resolved === isOpen) }))
    .filter(({ threads }) => threads.length > 0);
  const counts = [true, false].map(
    (open) => all.flatMap(({ threads }) => threads).filter(({ head }) => !head.resolved === open).length,
  );
  useKeptFocus(counts.join());
  return (
    <>
      <div class="segments" role="group" aria-label={say("comments.all")}>
        {([true, false] as const).map((open, i) => (
          <button key={String(open)} type="button" aria-pressed={isOpen === open} onClick={() => setOpen(open)}>
            {say(open ? "comments.open" : "comments.resolved", { count: counts[i] ?? 0 })}
          </button>
        ))}
      </div>
      {shown.map((about) => (
        <AboutSection key={about.on} {...about} />
      ))}
    </>
  );
}

/** What it is about leads to it: the note itself, or the note that the arrow begins at. */
function AboutSection({ on, threads }: About) {
  const desk = useDesk();
  const { say, dialog, store } = desk;
  const item = store.items.value.get(on);
  const note = isLink(item) ? store.items.value.get(item.from) : item;
  const words = aboutOf(desk, on);
  return (
    <section class="talked">
      <h3>{words}</h3>
      {isNote(note) && (
        <button
          type="button"
          class="button small"
          aria-label={`${say("comments.go")}: ${words}`}
          onClick={() => {
            dialog.value = null;
            goToNote(desk, note);
          }}
        >
          <Icon name="arrow-right" />
          {say("comments.go")}
        </button>
      )}
      <Threads threads={threads} />
    </section>
  );
}

/** What had the focus goes with its comment: it goes on to the heading. */
function useKeptFocus(changed: number | string): void {
  useLayoutEffect(() => {
    const dialog = document.querySelector<HTMLElement>("dialog[open]");
    if (dialog && !dialog.contains(document.activeElement)) dialog.querySelector<HTMLElement>("h2")?.focus();
  }, [changed]);
}
