/** How things are named in the reader's language. What people wrote is shown as they wrote it, and never inflected. */

import type { Link, Note, Words } from "../board/items";
import type { MethodKind, MethodLink } from "../board/method";
import type { Area } from "../board/place";
import { title } from "../board/title";
import type { Desk } from "./desk";

const EXCERPT = 60;

/** The beginning of a text, for labels and sentences. */
export function excerpt(text: string, length = EXCERPT): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= length) return flat;
  const letters = Array.from(flat.slice(0, 2 * length)); // a letter is two units of a string at most
  return letters.length <= length && flat.length <= 2 * length
    ? flat
    : `${letters
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}

export function inWords(desk: Desk, words: string | Words | null | undefined): string {
  return title(words, desk.language);
}

/** The method's own word for a column or a row of a matrix; empty where it has none. */
export function stripWord(desk: Desk, axis: "phase" | "lane" | undefined): string {
  const { phase_name, lane_name } = desk.boot.method;
  return inWords(desk, axis === "phase" ? phase_name : axis && lane_name);
}

/** What adds a phase, a lane or another zone. A column that is no phase goes by the method's own name for it. */
export function addWord(desk: Desk, axis: "phase" | "lane" | undefined): string {
  const own = stripWord(desk, axis);
  return own
    ? desk.say("zone.add.named", { name: own.toLocaleLowerCase(desk.language) })
    : desk.say(`zone.add.${axis ?? "zone"}`);
}

export function nameOf(desk: Desk, area: Area): string {
  return area.title || desk.say("place.unplaced");
}

export function kindOf(desk: Desk, key: string): MethodKind | undefined {
  return desk.kinds.value.known.find((kind) => kind.key === key);
}

/** The kinds that a note may be given there. */
export function kindsIn(desk: Desk, area: Pick<Area, "accepts">): readonly MethodKind[] {
  return desk.kinds.value.chosen.filter((kind) => area.accepts.includes(kind.key));
}

/** Whether a note there says of which kind it is: not where all could only be of one. */
export function saysKind(desk: Desk, area: Pick<Area, "accepts">, kind: string): boolean {
  const [first, ...others] = kindsIn(desk, area);
  return others.length > 0 || first?.key !== kind;
}

export function linkKindOf(desk: Desk, key: string): MethodLink | undefined {
  return desk.boot.method.links.find((kind) => kind.key === key);
}

export function stateWords(desk: Desk, state: string | undefined): string {
  const found = desk.boot.method.link_states.find(({ key }) => key === state);
  return inWords(desk, found?.title);
}

/** Where nothing goes though it should: drawn always, and said in words. */
export function isBroken(state: string | undefined): boolean {
  return state === "broken" || state === "missing";
}

/** *Migri – gives information to → PRH*, with what was said of it. */
export function sentenceOf(desk: Desk, link: Pick<Link, "from" | "to" | "kind">): string {
  const textOf = (id: string) => excerpt((desk.store.items.value.get(id) as Note | undefined)?.text ?? "");
  const kind = linkKindOf(desk, link.kind);
  return desk.say("link.sentence", {
    from: textOf(link.from),
    kind: inWords(desk, kind?.sentence) || inWords(desk, kind?.title),
    to: textOf(link.to),
  });
}

/** Who wrote something, as far as this board shows it. */
export function nameOfPerson(desk: Desk, id: string | undefined): string {
  if (id === undefined) return "";
  const name = desk.store.people.value.get(id)?.name ?? "";
  return id === desk.boot.you && name ? `${name} (${desk.say("people.you")})` : name;
}
