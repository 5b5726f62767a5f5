/** Values of typed fields: as words, from words, and as the place of a note says them. */

import { isNote } from "../../board/items";
import type { Fields, Language, Note } from "../../board/items";
import { keepers } from "../../board/merged";
import type { MethodField, MethodKind } from "../../board/method";
import { scaleOf } from "../../board/place";
import { title } from "../../board/title";
import type { Key } from "../../words";
import type { Desk } from "../desk";
import { excerpt, inWords, kindOf } from "../wording";
import { MOST_NAMES, PARTIES, partsOf, together } from "./parties";

export const EMOTIONS = [-2, -1, 0, 1, 2] as const;
export const STEPS = [1, 2, 3, 4, 5] as const;

const MOST = 1_000_000_000;
export const NAME_LENGTH = 200;
const LINK_LENGTH = 500;
const TEXT_LENGTH = 500;
/** The same as the engine's: an e-mail address, a personal identity code, a telephone number. */
const PERSON =
  /[^\s@]+@[^\s@]+\.[^\s@]+|\b\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]\b|(?:^|[^\w/])(\+358|0)[ -]?\(?\d{1,3}\)?([ -]?\d{2,4}){2,3}(?:$|[^\w/])/;

/** What was read, or the key of the sentence that says why it could not be. */
export type Read = { readonly value: unknown } | { readonly wrong: Key };

/** The fields that are asked of a kind: how it is known only where those who lead want it asked. */
export function fieldsOf(desk: Desk, kind: string): readonly MethodField[] {
  const asked = isEvidenceShown(desk);
  return (kindOf(desk, kind)?.fields ?? []).filter(({ key }) => key !== "evidence" || asked);
}

export function isEvidenceShown(desk: Desk): boolean {
  return desk.board.value?.evidence === "shown";
}

/** What the place says of a note; it wins over what somebody chose. */
export function fromPlace(desk: Desk, note: Note): Fields {
  const { zone } = desk.latest.value.areaOf(note);
  const items = desk.store.items.value;
  const having = new Set(kindOf(desk, note.kind)?.fields.map(({ key }) => key));
  const strips = [zone.phase, zone.lane].map((id) => items.get(id ?? "")?.["sets"] as Fields | undefined);
  const sets = Object.assign({}, ...strips, zone.sets) as Fields;
  const axes = (["x", "y"] as const).flatMap((direction) => {
    const at = note[direction];
    return zone.axes && at !== undefined ? [[zone.axes[direction].field, scaleOf(at)] as const] : [];
  });
  const said = [...Object.entries(sets), ...axes];
  return Object.fromEntries(said.filter(([key]) => having.has(key)));
}

/** A value as a reader of this language reads it; nothing for none. */
export function said(desk: Desk, field: MethodField, value: unknown): string {
  if (value === null || value === undefined) return "";
  switch (field.type) {
    case "flag":
      return desk.say(value === true ? "fields.yes" : "fields.no");
    case "choice":
      return choiceWords(desk, field, value);
    case "choices":
      return (Array.isArray(value) ? value : []).map((each) => choiceWords(desk, field, each)).join(", ");
    case "organisations":
    case "stakeholders":
      return together(value);
    case "emotion":
      return Number(value) > 0 ? `+${String(value)}` : String(value).replace("-", "−");
    case "number":
      return [Number(value).toLocaleString(desk.language), inWords(desk, field.unit)].filter(Boolean).join(" ");
    case "date":
      return dayOf(String(value), desk.language);
    case "item": {
      const found = desk.store.items.value.get(namedBy(desk, value));
      return isNote(found) ? excerpt(found.text) : "";
    }
    default:
      return String(value);
  }
}

/** The note that a field names; the one that it became, where it has gone into another. */
export function namedBy({ store }: Desk, value: unknown): string {
  const items = store.items.value;
  const id = String(value ?? "");
  return items.has(id) ? id : (keepers(items).get(id) ?? id);
}

/** What somebody typed or pasted, as a value of this field; nothing typed is no value. */
export function read(field: MethodField, typed: string): Read {
  const text = typed.trim();
  if (text === "") return { value: null };
  switch (field.type) {
    case "scale5":
      return whole(/^\d+\s*\/\s*5$/.test(text) ? text.split("/")[0]! : text, 1, 5, "fields.wrong.choice");
    case "emotion":
      return whole(text, -2, 2, "fields.wrong.choice");
    case "number":
      return whole(withoutUnit(field, text), -MOST, MOST, "fields.wrong.number");
    case "flag":
      return flag(text);
    case "choice":
      return known(field, [text], ([first]) => first);
    case "choices":
      return known(
        field,
        text.split(/[,;/·]/).filter((each) => each.trim()),
        (all) => [...new Set(all)],
      );
    case "date":
      return date(text);
    case "link":
      return isLink(text) ? { value: text } : { wrong: "fields.wrong.link" };
    case "reference":
      return PERSON.test(text) ? { wrong: "fields.wrong.reference" } : line(text);
    case "organisation":
    case "stakeholder":
      return line(text);
    case "organisations":
    case "stakeholders":
      return names(partsOf(text));
    default:
      return [...text].length <= TEXT_LENGTH ? { value: text } : { wrong: "note.toolong" };
  }
}

/** The entities that are stakeholders in the project's register, whatever their method calls them. */
const STAKEHOLDERS = new Set(["stakeholders", "organisations", "parties", "partners", "affected_groups", "roles"]);

/** Names that this board has already, for those who begin to write one; an organisation is a stakeholder too. */
export function namesOn(desk: Desk, type: "organisation" | "stakeholder"): readonly string[] {
  const types: readonly unknown[] = type === "organisation" ? [type] : [type, "organisation"];
  const notes = desk.latest.value.areas.flatMap((area) => area.notes);
  const names = notes.flatMap((note) => {
    const kind = kindOf(desk, note.kind);
    if (!kind) return [];
    const typed = kind.fields
      .filter((field) => types.includes(PARTIES[field.type]))
      .flatMap(({ key }) => note.fields?.[key]);
    return isNamed(kind, type) ? [note.text, ...typed] : typed;
  });
  const short = names.filter(
    (name): name is string => typeof name === "string" && !name.includes("\n") && [...name].length <= NAME_LENGTH,
  );
  return [...new Set(short)].toSorted((a, b) => a.localeCompare(b, desk.language));
}

/** Whether a note of this kind is itself a name of such a one: by its colour, or by what it is in the register. */
function isNamed({ tint, entity, sets }: MethodKind, type: "organisation" | "stakeholder"): boolean {
  if (type === "stakeholder") return tint === "org" || tint === "people" || STAKEHOLDERS.has(entity);
  const isPeople = tint === "people" || entity === "affected_groups" || sets?.["form"] === "person_group";
  return tint === "org" || (STAKEHOLDERS.has(entity) && !isPeople);
}

function choiceWords(desk: Desk, field: MethodField, key: unknown): string {
  const found = field.choices?.find((choice) => choice.key === key);
  return inWords(desk, found?.title) || String(key);
}

function whole(text: string, low: number, high: number, wrong: Key): Read {
  const digits = text
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace("−", "-")
    .replace(/[.,]0+$/, "");
  const value = Number(digits);
  return /^[+-]?\d+$/.test(digits) && value >= low && value <= high ? { value } : { wrong };
}

function withoutUnit({ unit }: MethodField, text: string): string {
  const found = Object.values(unit ?? {}).find((word) => text.toLowerCase().endsWith(word.toLowerCase()));
  return found === undefined ? text : text.slice(0, -found.length);
}

const YES = new Set(["x", "1", "true", "kyllä", "ja", "yes"]);
const NO = new Set(["0", "false", "ei", "nej", "no"]);

function flag(text: string): Read {
  const word = text.toLowerCase();
  if (YES.has(word)) return { value: true };
  return NO.has(word) ? { value: false } : { wrong: "fields.wrong.choice" };
}

/** Choices by key or by what they are called, in any language. */
function known(field: MethodField, texts: readonly string[], made: (keys: readonly string[]) => unknown): Read {
  const keys = texts.map((text) => {
    const word = text.trim().toLowerCase();
    return field.choices?.find(
      ({ key, title: words }) => key === word || Object.values(words).some((each) => each.toLowerCase() === word),
    )?.key;
  });
  return keys.every((key) => key !== undefined) ? { value: made(keys) } : { wrong: "fields.wrong.choice" };
}

/** A day as in a form, or as Finns write it: 24.11.2026. */
function date(text: string): Read {
  const parts =
    /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.slice(1) ??
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)?.slice(1).toReversed();
  if (!parts) return { wrong: "fields.wrong.date" };
  const [year = "", month = "", day = ""] = parts;
  const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? { value } : { wrong: "fields.wrong.date" };
}

function isLink(text: string): boolean {
  if ([...text].length > LINK_LENGTH || /[\s\\]/.test(text) || !/^https?:\/\//.test(text)) return false;
  try {
    const { hostname, username, password } = new URL(text);
    return hostname !== "" && username === "" && password === "";
  } catch {
    return false;
  }
}

function line(text: string): Read {
  const flat = text.replace(/\s+/g, " ");
  return [...flat].length <= NAME_LENGTH ? { value: flat } : { wrong: "fields.wrong.name" };
}

function names(found: readonly string[]): Read {
  const fits = found.length <= MOST_NAMES && found.every((name) => [...name].length <= NAME_LENGTH);
  return fits ? { value: found.length > 0 ? found : null } : { wrong: "fields.wrong.names" };
}

function dayOf(value: string, language: Language): string {
  const at = new Date(`${value}T12:00:00`);
  return Number.isNaN(at.getTime()) ? value : at.toLocaleDateString(language === "en" ? "en-GB" : `${language}-FI`);
}

/** The name of a field, with what it counts. */
export function nameOfField(desk: Desk, field: MethodField): string {
  const unit = title(field.unit, desk.language);
  return unit ? `${inWords(desk, field.title)} (${unit})` : inWords(desk, field.title);
}
