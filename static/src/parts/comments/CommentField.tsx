import { useId, useRef, useState } from "preact/hooks";

import { useDesk } from "../desk";
import { TextLimits, tooLong } from "../TextLimits";
import { fitHeight, isSend } from "../typing";

/** What was begun and not sent, by what it is about: closing the panel loses nothing. */
const begun = new Map<string, string>();

interface CommentFieldProps {
  /** What the text is kept by until it is sent. */
  readonly of: string;
  readonly label: string;
  readonly send: string;
  readonly text?: string;
  readonly onSend: (text: string) => void;
  /** Where there is a way back without sending. */
  readonly onEnd?: () => void;
}

/** A field for a comment: as high as its text, Enter sends, Shift and Enter make a new line. */
export function CommentField({ of, label, send, text: first = "", onSend, onEnd }: CommentFieldProps) {
  const { say, language } = useDesk();
  const [text, setShown] = useState(begun.get(of) ?? first);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const setText = (written: string) => {
    setShown(written);
    if (written && written !== first) begun.set(of, written);
    else begun.delete(of);
  };
  const end = () => {
    begun.delete(of);
    onEnd?.();
  };
  const give = () => {
    const written = text.trim();
    if (!written || tooLong(written)) return field.current?.focus();
    setText("");
    onSend(written);
    end();
    field.current?.focus();
  };
  return (
    <div class="comment-field">
      <label for={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        lang={language}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          fitHeight(event.currentTarget);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape" && onEnd) {
            event.preventDefault();
            event.stopPropagation();
            end();
          }
          if (!isSend(event)) return;
          event.preventDefault();
          give();
        }}
      />
      <TextLimits text={text} />
      <p class="row">
        <button type="button" class="button small main" onClick={give}>
          {send}
        </button>
        {onEnd && (
          <button type="button" class="button small" onClick={end}>
            {say("app.cancel")}
          </button>
        )}
      </p>
    </div>
  );
}
