import { useLayoutEffect, useRef } from "preact/hooks";

import type { Note } from "../../board/items";
import { places } from "../../board/place";
import { clustersOf, moveNotes } from "../../parts/acts";
import { useDesk } from "../../parts/desk";
import { FieldEditor } from "../../parts/fields/FieldEditor";
import { setFieldsOf, setKind } from "../../parts/several/several";
import { inWords, kindsIn, nameOf } from "../../parts/wording";
import type { Column } from "./columns";
import { joinTheme, leaveTheme } from "./themes";

interface CellEditorProps {
  readonly note: Note;
  readonly column: Column;
}

/** What a cell is while it is changed: the field's one editor, or the place, the kind, the theme. It begins with the focus. */
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
      {column.key === "=place" && <PlaceEditor note={note} column={column} />}
      {column.key === "=kind" && <KindEditor note={note} column={column} />}
      {column.key === "=cluster" && <ThemeEditor note={note} column={column} />}
    </div>
  );
}

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

/** One of the themes that there are, or none; a new one is gathered with T. */
function ThemeEditor({ note, column }: CellEditorProps) {
  const desk = useDesk();
  return (
    <Chosen
      label={column.title}
      now={desk.clusterOf.value.get(note.id)?.id ?? ""}
      options={[["", desk.say("table.cluster.none")], ...clustersOf(desk).map(({ id, title }) => [id, title] as const)]}
      onDone={(cluster) => (cluster ? joinTheme(desk, note, cluster) : leaveTheme(desk, note))}
    />
  );
}

interface ChosenProps {
  readonly label: string;
  readonly now: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onDone: (key: string) => void;
}

/** Done when it is left, so that looking through the options with the arrows changes nothing. */
function Chosen({ label, now, options, onDone }: ChosenProps) {
  const dropped = useRef(false);
  return (
    <select
      aria-label={label}
      onKeyDown={(event) => (dropped.current = event.key === "Escape")}
      onBlur={({ currentTarget: { value } }) => {
        if (!dropped.current && value !== now && options.some(([key]) => key === value)) onDone(value);
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
