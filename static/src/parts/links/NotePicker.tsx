import { useId, useState } from "preact/hooks";

import { fold } from "../../board/fold";
import type { Note } from "../../board/items";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { excerpt, nameOf } from "../wording";
import { whyNot } from "./connecting";

/** More are found by a word more. */
const MOST = 60;
const LINES = 6;

interface NotePickerProps {
  readonly label: string;
  /** The chosen note; empty: none yet. */
  readonly value: string;
  /** Only notes to which an arrow can go from this one. */
  readonly from?: Note | undefined;
  readonly onChange: (id: string) => void;
}

/** A note found by its words: a field that narrows a list of all notes under the names of their places. */
export function NotePicker({ label, value, from, onChange }: NotePickerProps) {
  const desk = useDesk();
  const { say } = desk;
  const id = useId();
  const [sought, setSought] = useState("");
  const { groups, shown, count, reason } = useFound(desk, sought, from, value);
  const seek = (text: string) => {
    setSought(text);
    const [first] = found(desk, text, from).shown;
    // What is found first is chosen, so that Enter is enough; without a word nothing is.
    onChange(text.trim() === "" ? "" : (first?.id ?? ""));
  };
  const step = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const now = shown.findIndex((note) => note.id === value);
    const next = shown[Math.max(0, Math.min(shown.length - 1, now + by))];
    if (next) onChange(next.id);
  };
  return (
    <div class="field note-picker">
      <label for={`${id}-seek`}>
        {label}: {say("link.seek")}
      </label>
      <input
        id={`${id}-seek`}
        type="text"
        role="searchbox"
        autocomplete="off"
        aria-controls={`${id}-list`}
        value={sought}
        onInput={(event) => seek(event.currentTarget.value)}
        onKeyDown={step}
      />
      <label class="unseen" for={`${id}-list`}>
        {label}
      </label>
      <select id={`${id}-list`} size={LINES} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{say("link.choose")}</option>
        {groups.map(({ title, notes }) => (
          <optgroup key={title} label={title}>
            {notes.map((note) => (
              <option key={note.id} value={note.id} lang={note.lang}>
                {excerpt(note.text)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <p class="hint" role="status">
        {reason ?? (count > shown.length ? say("link.more", { count: count - shown.length }) : "")}
      </p>
    </div>
  );
}

interface Group {
  readonly title: string;
  readonly notes: readonly Note[];
}

function useFound(desk: Desk, sought: string, from: Note | undefined, value: string) {
  const { all, fit, shown } = found(desk, sought, from);
  const chosen = fit.find(({ id }) => id === value);
  const kept = chosen && !shown.includes(chosen) ? [chosen, ...shown] : shown;
  const groups: Group[] = desk.arrangement.value.areas
    .map((area) => ({ title: nameOf(desk, area), notes: area.notes.filter((note) => kept.includes(note)) }))
    .filter(({ notes }) => notes.length > 0);
  const reason = fit.length === 0 ? whyEmpty(desk, sought, from, all) : null;
  return { groups, shown: kept, count: fit.length, reason };
}

/** Nothing to choose from: what is sought is not there, or no arrow goes to it. That is said, not kept silent. */
function whyEmpty(desk: Desk, sought: string, from: Note | undefined, all: readonly Note[]): string | null {
  const isSought = sought.trim() !== "";
  const [first] = all;
  if (isSought && !first) return desk.say("find.none");
  if (!from) return null;
  return isSought && first ? whyNot(desk, from, first) : desk.say("link.none.to");
}

function found(desk: Desk, sought: string, from: Note | undefined) {
  const words = fold(sought).split(" ").filter(Boolean);
  const notes = desk.arrangement.peek().areas.flatMap((area) => area.notes);
  const all = notes.filter(({ text }) => words.every((word) => fold(text).includes(word)));
  const fit = all.filter((note) => !from || whyNot(desk, from, note) === null);
  return { all, fit, shown: fit.slice(0, MOST) };
}
