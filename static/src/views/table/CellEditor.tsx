import { useLayoutEffect, useRef, useState } from "preact/hooks";

import type { Note } from "../../board/items";
import { places } from "../../board/place";
import { moveNotes, writeNote } from "../../parts/acts";
import { useDesk } from "../../parts/desk";
import { FieldEditor } from "../../parts/fields/FieldEditor";
import { setFieldsOf, setKind } from "../../parts/several/several";
import { tooLong } from "../../parts/TextLimits";
import { inWords, kindsIn, nameOf } from "../../parts/wording";
import type { Column } from "./columns";

interface CellEditorProps {
  readonly note: Note;
  readonly column: Column;
}

/** What a cell is while it is changed: the field's one editor, or the text, the place, the kind. It begins with the focus. */
export function CellEditor({ note, column }: CellEditorProps) {
  const desk = useDesk();
  const frame = useRef<HTMLDivElement>(null);
  const { field } = column;
  useLayoutEffect(() => {
    const inputs = [...(frame.current?.querySelectorAll<HTMLElement>("input, select, textarea") ?? [])];
    (inputs.find((input) => input.matches(":checked")) ?? inputs[0])?.focus();
  }, []);
  return (
    <div class="cell-editor" ref={frame}>
      {field && (
        <FieldEditor
          bare
          field={field}
          value={note.fields?.[field.key] ?? null}
          onChange={(value) => setFieldsOf(desk, [note], { [field.key]: value })}
        />
      )}
      {column.key === "=text" && <TextEditor note={note} column={column} />}
      {column.key === "=place" && <PlaceEditor note={note} column={column} />}
      {column.key === "=kind" && <KindEditor note={note} column={column} />}
    </div>
  );
}

/** Saved when it is left, unless Escape dropped it. */
function TextEditor({ note, column }: CellEditorProps) {
  const desk = useDesk();
  const [was] = useState(note.text);
  const dropped = useRef(false);
  return (
    <textarea
      aria-label={column.title}
      rows={3}
      defaultValue={was}
      onKeyDown={(event) => (dropped.current = event.key === "Escape")}
      onBlur={({ currentTarget: { value } }) => {
        const text = value.trim();
        if (!dropped.current && text && text !== was && !tooLong(text)) writeNote(desk, note, was, text);
      }}
    />
  );
}

/** Done when it is left, so that looking through the places with the arrows moves nothing. */
function PlaceEditor({ note, column }: CellEditorProps) {
  const desk = useDesk();
  const arrangement = desk.latest.value;
  const choices = places(arrangement, note.kind, note);
  const wordsOf = (zone: string, title: string) => {
    const area = arrangement.area(zone);
    return area?.sort === "plane" ? `${nameOf(desk, area)}: ${title}` : area ? nameOf(desk, area) : title;
  };
  return (
    <Chosen
      label={column.title}
      now={choices.find(({ current }) => current)?.key ?? ""}
      options={choices.map(({ key, title, spot }) => [key, wordsOf(spot.zone, title)])}
      onDone={(key) => {
        const choice = choices.find((each) => each.key === key);
        if (choice) moveNotes(desk, [note], choice.spot);
      }}
    />
  );
}

function KindEditor({ note, column }: CellEditorProps) {
  const desk = useDesk();
  const kinds = kindsIn(desk, desk.latest.value.areaOf(note));
  return (
    <Chosen
      label={column.title}
      now={note.kind}
      options={kinds.map(({ key, title }) => [key, inWords(desk, title)])}
      onDone={(kind) => setKind(desk, [note], kind)}
    />
  );
}

interface ChosenProps {
  readonly label: string;
  readonly now: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onDone: (key: string) => void;
}

function Chosen({ label, now, options, onDone }: ChosenProps) {
  const dropped = useRef(false);
  return (
    <select
      aria-label={label}
      onKeyDown={(event) => (dropped.current = event.key === "Escape")}
      onBlur={({ currentTarget: { value } }) => {
        if (!dropped.current && value && value !== now) onDone(value);
      }}
    >
      {options.map(([key, words]) => (
        <option key={key} value={key} selected={key === now}>
          {words}
        </option>
      ))}
    </select>
  );
}
