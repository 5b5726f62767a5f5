import { Component } from "preact";

import type { Note } from "../board/items";
import { domId } from "./dom-id";
import { isLong } from "./NoteText";

interface RestingNoteProps {
  readonly note: Note;
  readonly tint: string;
  /** Its kind in words, which are drawn once it is near. */
  readonly kind: string;
  readonly stop: boolean;
}

/** A note out of sight on a crowded board: its words, where the keyboard and the ear find them, and nothing else. */
export class RestingNote extends Component<RestingNoteProps> {
  override shouldComponentUpdate(next: RestingNoteProps): boolean {
    const { note, tint, kind, stop } = this.props;
    return next.note !== note || next.stop !== stop || next.tint !== tint || next.kind !== kind;
  }

  override render({ note, tint, kind, stop }: RestingNoteProps) {
    const id = domId(note.id);
    return (
      <div class={`note tint-${tint}`}>
        <div
          class="note-face"
          data-note={note.id}
          role="group"
          tabIndex={stop ? 0 : -1}
          aria-labelledby={`${id}-kind ${id}-text`}
          aria-describedby="note-use"
        >
          <p class={isLong(note.text) ? "note-text six" : "note-text"} id={`${id}-text`} lang={note.lang}>
            {note.text}
          </p>
          <span hidden id={`${id}-kind`}>
            {kind}
          </span>
        </div>
      </div>
    );
  }
}
