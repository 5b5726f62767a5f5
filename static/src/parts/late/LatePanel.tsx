import { useEffect } from "preact/hooks";

import type { Note } from "../../board/items";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { Icon } from "../Icon";
import { Modal } from "../Modal";
import { excerpt, inWords, kindOf, nameOf } from "../wording";
import { leaveOut, takeIn } from "./tidying";

/** What arrived after the end, one by one or all at once: taken in, or left out. */
export function LatePanel() {
  const desk = useDesk();
  const { store, say } = desk;
  const waiting = store.late.value.filter(({ out }) => !out);
  const left = store.late.value.filter(({ out }) => out);
  useKeptFocus(store.late.value.length, waiting.length);
  return (
    <Modal title={say("late.title")} side>
      <p class="hint">{say("late.what")}</p>
      {waiting.length === 0 && <p class="soft">{say("late.none")}</p>}
      {waiting.length > 1 && (
        <p>
          <button type="button" class="button main" onClick={() => takeIn(desk, waiting)}>
            {say("late.take.all", { count: waiting.length })}
          </button>
        </p>
      )}
      <List notes={waiting} />
      {left.length > 0 && (
        <section class="control">
          <h3>{say("late.left")}</h3>
          <List notes={left} />
        </section>
      )}
    </Modal>
  );
}

function List({ notes }: { readonly notes: readonly Note[] }) {
  const desk = useDesk();
  return (
    <ul class="sentences late-notes">
      {notes.map((note) => (
        <li key={note.id}>
          <p lang={note.lang}>{note.text}</p>
          <p class="soft">{whereOf(desk, note)}</p>
          <p class="row">
            <Deed word={desk.say("late.take")} icon="check" note={note} onDo={() => takeIn(desk, [note])} />
            {!note.out && (
              <Deed
                word={desk.say("late.leave")}
                icon="eye-off"
                note={note}
                onDo={() => leaveOut(desk, [note], true)}
              />
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

interface DeedProps {
  readonly word: string;
  readonly icon: string;
  readonly note: Note;
  readonly onDo: () => void;
}

function Deed({ word, icon, note, onDo }: DeedProps) {
  return (
    <button type="button" class="button small" aria-label={`${word}: ${excerpt(note.text)}`} onClick={onDo}>
      <Icon name={icon} />
      {word}
    </button>
  );
}

/** What it is and where it will lie; a place that is gone counts as none. */
function whereOf(desk: Desk, note: Note): string {
  const kind = inWords(desk, kindOf(desk, note.kind)?.title);
  return `${kind} · ${nameOf(desk, desk.arrangement.value.areaOf(note))}`;
}

/** The pressed button goes with its note: the focus goes on to the next one, or to the heading after the last. */
function useKeptFocus(...counts: readonly number[]): void {
  useEffect(() => {
    const dialog = document.querySelector<HTMLElement>("dialog[open]");
    if (!dialog || dialog.contains(document.activeElement)) return;
    const next = dialog.querySelector<HTMLElement>(".late-notes button") ?? dialog.querySelector<HTMLElement>("h2");
    next?.focus();
  }, counts);
}
