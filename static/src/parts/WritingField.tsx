import type { RefObject } from "preact";

import { useDesk } from "./desk";
import { fitHeight, isSend } from "./typing";

interface WritingFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly rows?: number;
  /** The language of what is written; one's own if not said. */
  readonly lang?: string | undefined;
  readonly describedBy?: string;
  readonly onText: (text: string) => void;
  readonly onPaste?: (event: ClipboardEvent) => void;
  readonly onSend: (field: HTMLTextAreaElement) => void;
  readonly onEscape?: (field: HTMLTextAreaElement) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
}

/** The field that a note is written in: as high as its text, Enter sends, Shift and Enter make a new line. */
export function WritingField({ field, text, rows = 1, lang, describedBy, ...on }: WritingFieldProps) {
  const desk = useDesk();
  return (
    <textarea
      ref={field}
      rows={rows}
      aria-label={desk.say("note.text")}
      aria-describedby={describedBy}
      placeholder={desk.say("note.placeholder")}
      lang={lang ?? desk.language}
      enterkeyhint="send"
      value={text}
      onFocus={on.onFocus}
      onBlur={on.onBlur}
      onPaste={on.onPaste}
      onInput={(event) => {
        on.onText(event.currentTarget.value);
        fitHeight(event.currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && on.onEscape) {
          event.stopPropagation();
          on.onEscape(event.currentTarget);
        }
        if (!isSend(event)) return;
        event.preventDefault();
        on.onSend(event.currentTarget);
      }}
    />
  );
}
