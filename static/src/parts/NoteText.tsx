import { useComputed } from "@preact/signals";
import { Fragment } from "preact";
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import type { Note } from "../board/items";
import { matches } from "../board/matches";
import { rest } from "./after";
import { useDesk } from "./desk";
import type { Desk } from "./desk";
import { Hyphenated } from "./Hyphenated";
import { excerpt } from "./wording";

/** Shorter texts fit into six lines of the narrowest note, unless they have as many lines of their own. */
const SHORT = 70;
const LINES = 6;

interface NoteTextProps {
  readonly note: Note;
  readonly id: string;
  /** Whether Tab comes here. */
  readonly reachable: boolean;
}

/** What a note says: six lines of it, and all if asked. The page holds all of it always, to be found and read aloud. */
export function NoteText({ note, id, reachable }: NoteTextProps) {
  const desk = useDesk();
  const { say, whole } = desk;
  const isOpened = useComputed(() => whole.value.has(note.id)).value;
  // What the search has gone to may stand in the seventh line.
  const isWhole = useComputed(() => isShownWhole(desk, note.id)).value;
  const mayBeLong = isLong(note.text);
  const words = useComputed(() => (desk.find.numbers.value.has(note.id) ? desk.find.words.value : null)).value;
  const text = useRef<HTMLParagraphElement>(null);
  const Plain = (note.text.includes("://") && rest.value?.WebText) || Hyphenated;
  const isCut = useIsCut(text, mayBeLong && !isWhole);
  return (
    <>
      <p ref={text} class={mayBeLong && !isWhole ? "note-text six" : "note-text"} id={id} lang={note.lang}>
        {words === null ? (
          <Plain text={note.text} lang={note.lang ?? desk.language} reachable={reachable} />
        ) : (
          <Marked text={note.text} words={words} />
        )}
      </p>
      {(isCut || (mayBeLong && isOpened)) && (
        <button
          type="button"
          class={isWhole ? "note-less" : "note-rest"}
          tabIndex={reachable ? 0 : -1}
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => {
            const others = [...whole.peek()].filter((each) => each !== note.id);
            whole.value = new Set(isWhole ? others : [...others, note.id]);
          }}
        >
          {isWhole ? say("note.text.less") : say("note.text.more")}
          <span class="unseen">: {excerpt(note.text, 30)}</span>
        </button>
      )}
    </>
  );
}

/** Whether it may need more than six lines. */
export function isLong(text: string): boolean {
  return text.length > SHORT || text.split("\n").length > LINES;
}

/** What is sought stands out; while it is sought, words are broken as they come. */
function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  const pieces = matches(text, words).map(({ at, text: piece, sought }) => (
    <Fragment key={at}>{sought ? <mark>{piece}</mark> : piece}</Fragment>
  ));
  return <>{pieces}</>;
}

/** Somebody reading or the search has opened it to its end. */
export function isShownWhole({ whole, find }: Desk, note: string): boolean {
  return whole.value.has(note) || find.at.value === note;
}

/** Whether the text does not fit; measured, so it holds at any width. */
function useIsCut(text: RefObject<HTMLElement | null>, folds: boolean): boolean {
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const element = text.current;
    if (!element || !folds) return undefined;
    const measure = () => setCut(element.scrollHeight > element.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [folds]);
  return folds && isCut;
}
