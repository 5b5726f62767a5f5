import { useLayoutEffect, useRef, useState } from "preact/hooks";

import type { Note } from "../board/items";
import { writeNote } from "./acts";
import { useDesk } from "./desk";
import { TextLimits, tooLong } from "./TextLimits";
import { fitHeight } from "./typing";
import { WritingField } from "./WritingField";

/**
 * Writing in a note, in its place.
 *
 * What others change meanwhile is told below and merged when this is saved; the field itself changes only under one's own
 * hands. Leaving the field saves; only Escape does not.
 */
export function NoteEditor({ note }: { readonly note: Note }) {
  const { say } = useDesk();
  const { field, text, setText, began, save, forget } = useWriting(note);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys in the field are not keys of the note
    <div class="note-editor" onKeyDown={(event) => event.stopPropagation()}>
      <WritingField
        field={field}
        text={text}
        lang={note.lang}
        describedBy="note-editor-keys"
        onText={setText}
        onBlur={save}
        onSend={(element) => {
          if (save()) leave(element);
        }}
        onEscape={(element) => {
          forget();
          leave(element);
        }}
      />
      {note.text !== began && <p class="hint meanwhile">{say("note.meanwhile", { text: note.text })}</p>}
      <TextLimits text={text} />
      <p class="hint keys" id="note-editor-keys">
        {say("note.keys")}
      </p>
    </div>
  );
}

/** Back to the note whose field this is. */
function leave(field: HTMLTextAreaElement): void {
  field.closest<HTMLElement>("[data-note]")?.focus();
}

/** The text being written, what it began from, and how it ends: saved once, also if the note is taken off the screen. */
function useWriting(note: Note) {
  const desk = useDesk();
  const [began] = useState(note.text);
  const [text, setText] = useState(note.text);
  const field = useRef<HTMLTextAreaElement>(null);
  const latest = useRef({ note, text, ended: false });
  latest.current = { ...latest.current, note, text };
  const end = () => {
    latest.current.ended = true;
    if (desk.writing.peek() === note.id) desk.writing.value = null;
  };
  /** False: the text is too long, and stays in the field. */
  const save = (): boolean => {
    const { note: now, text: written, ended } = latest.current;
    if (ended) return true;
    if (tooLong(written)) return false;
    end();
    if (written.trim() && written !== began) writeNote(desk, now, began, written);
    return true;
  };
  // Before the next key: what is typed at once belongs in the field.
  useLayoutEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
    if (element) fitHeight(element);
    desk.here({ writing: note.id });
    return () => {
      save();
      desk.here({});
    };
  }, []);
  return { field, text, setText, began, save, forget: end };
}
