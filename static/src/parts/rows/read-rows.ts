/** Rows that were copied from a spreadsheet, as notes with fields: nothing is dropped without a remark. */

import { newId } from "../../board/id";
import type { Fields } from "../../board/items";
import type { MethodField, MethodKind } from "../../board/method";
import type { Wish } from "../../board/operations";
import { placesAt } from "../../board/place";
import type { Area } from "../../board/place";
import type { Key, Values } from "../../words";
import type { Desk } from "../desk";
import { fieldsOf, nameOfField, read } from "../fields/values";
import { tooLong } from "../TextLimits";
import { inWords, kindsIn, nameOf } from "../wording";

export const MOST_ROWS = 400;

export interface Remark {
  readonly key: Key;
  readonly values: Values;
}

export interface ReadRows {
  /** Without the heads. */
  readonly count: number;
  /** The columns that were understood, as they are called here. */
  readonly columns: readonly string[];
  readonly unknown: readonly string[];
  readonly remarks: readonly Remark[];
  readonly notes: readonly NewNote[];
}

interface NewNote {
  readonly zone: string;
  readonly kind: string;
  readonly text: string;
  readonly fields: Fields;
}

/** Cells between tabs, rows between line ends; a cell in quotes may hold both, and its own quotes twice. */
export function cellsIn(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const token = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/y;
  let at = 0;
  while (at <= text.length) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) break;
    const [whole, cell = "", end] = found;
    rows.at(-1)?.push(/^".*"$/s.test(cell) && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    at += whole.length;
    if (!end) break;
    if (end !== "\t") rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell.trim() !== ""));
}

/** `zone`: where rows go that name no place. */
export function readRows(desk: Desk, text: string, zone: string): ReadRows {
  const rows = cellsIn(text);
  const heads = headsIn(desk, rows[0] ?? []);
  const body = heads ? rows.slice(1) : rows;
  const first = heads ? 2 : 1;
  const columns = heads ?? [{ key: "=text", title: desk.say("table.text") }];
  const remarks: Remark[] = [];
  const remark = (key: Key, values: Values) => void remarks.push({ key, values });
  const notes = body.flatMap((row, i) => {
    const note = new RowReader(desk, columns, i + first, remark).read(row, zone);
    return note ? [note] : [];
  });
  return {
    count: body.length,
    columns: columns.flatMap(({ key, title }) => (key === null ? [] : [title])),
    unknown: columns.flatMap(({ key, title }) => (key === null && title.trim() ? [title.trim()] : [])),
    remarks,
    notes,
  };
}

/** All of them as one act. */
export function wishesFor(desk: Desk, notes: readonly NewNote[]): readonly Wish[] {
  const arrangement = desk.latest.peek();
  const zones = [...new Set(notes.map(({ zone }) => zone))];
  return zones.flatMap((zone) => {
    const here = notes.filter((note) => note.zone === zone);
    const { places, room } = placesAt(arrangement, { zone }, here.length);
    const added = here.map(({ kind, text, fields }, i): Wish => ({
      type: "note.add",
      note: newId("note"),
      kind,
      text,
      lang: desk.language,
      ...(Object.keys(fields).length > 0 ? { fields } : {}),
      ...(places[i] ?? { zone }),
    }));
    return [...room, ...added];
  });
}

interface Head {
  /** Null: not known here. */
  readonly key: string | null;
  readonly title: string;
}

/** The columns that the first row names; null if it names none and is a row like the others. */
function headsIn(desk: Desk, row: readonly string[]): readonly Head[] | null {
  const known = new Map<string, Head>();
  const name = (head: Head, ...words: readonly string[]) => {
    for (const word of words) if (word) known.set(word.trim().toLowerCase(), head);
  };
  for (const { key } of desk.kinds.value.known) {
    for (const field of fieldsOf(desk, key)) {
      const title = nameOfField(desk, field);
      name({ key: field.key, title }, field.key, title, ...Object.values(field.title));
    }
  }
  for (const part of ["text", "place", "kind"] as const) {
    const title = desk.say(`table.${part}`);
    name({ key: `=${part}`, title }, title);
  }
  const heads = row.map((cell): Head => known.get(cell.trim().toLowerCase()) ?? { key: null, title: cell });
  return heads.some(({ key }) => key === "=text") ? heads : null;
}

class RowReader {
  readonly #desk: Desk;
  readonly #columns: readonly Head[];
  readonly #row: number;
  readonly #remark: (key: Key, values: Values) => void;

  constructor(desk: Desk, columns: readonly Head[], row: number, remark: (key: Key, values: Values) => void) {
    this.#desk = desk;
    this.#columns = columns;
    this.#row = row;
    this.#remark = (key, values) => remark(key, { row: this.#row, ...values });
  }

  /** Null: no note comes of it, and a remark says why. */
  read(cells: readonly string[], zone: string): NewNote | null {
    const said = (key: string) => cells[this.#columns.findIndex((column) => column.key === key)]?.trim() ?? "";
    const text = said("=text");
    if (cells.slice(this.#columns.length).some((cell) => cell.trim())) this.#remark("table.paste.extra", {});
    if (!text || tooLong(text)) return this.#none(text ? "table.paste.long" : "table.paste.empty");
    const area = this.#placed(said("=place"), zone);
    const kind = area && this.#kindIn(area, said("=kind"));
    if (!area || !kind) return null;
    return { zone: area.id, kind: kind.key, text, fields: this.#fields(fieldsOf(this.#desk, kind.key), said) };
  }

  #none(key: Key, values: Values = {}): null {
    this.#remark(key, values);
    return null;
  }

  #placed(name: string, zone: string): Area | null {
    const { area: areaAt, areas, unplaced } = this.#desk.latest.peek();
    const otherwise = areaAt(zone) ?? unplaced;
    if (!name) return otherwise;
    const found = areas.find((area) => nameOf(this.#desk, area).toLowerCase() === name.toLowerCase());
    if (!found) this.#remark("table.paste.noplace", { value: name, place: nameOf(this.#desk, otherwise) });
    return found ?? otherwise;
  }

  #kindIn(area: Area, name: string): MethodKind | null {
    const here = kindsIn(this.#desk, area);
    const place = nameOf(this.#desk, area);
    if (!name) return here[0] ?? this.#none("table.paste.unfit", { place });
    const isNamed = ({ key, title }: MethodKind) =>
      [key, ...(typeof title === "string" ? [title] : Object.values(title))].some(
        (word) => word.toLowerCase() === name.toLowerCase(),
      );
    if (!this.#desk.kinds.value.chosen.some(isNamed)) return this.#none("table.paste.kind", { value: name });
    return here.find(isNamed) ?? this.#none("table.paste.unfit", { place });
  }

  #fields(fields: readonly MethodField[], said: (key: string) => string): Fields {
    const names = this.#columns.flatMap(({ key }) => (key === null || key.startsWith("=") ? [] : [key]));
    const values = names.flatMap((name) => {
      const typed = said(name);
      if (!typed) return [];
      const field = fields.find(({ key }) => key === name);
      const found = field && field.type !== "item" ? read(field, typed) : { wrong: "fields.wrong.choice" as const };
      if ("value" in found) return found.value === null ? [] : [[name, found.value] as const];
      const title = this.#columns.find(({ key }) => key === name)?.title ?? inWords(this.#desk, field?.title);
      this.#remark("table.paste.value", { field: title, value: typed });
      return [];
    });
    return Object.fromEntries(values);
  }
}
