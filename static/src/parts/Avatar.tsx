import type { Person } from "../board/boot";

const TINTS = 6;

/** A person's initials; the name stands beside it or in the label of what holds it. */
export function Avatar({ person }: { readonly person: Person }) {
  return (
    <span class={`avatar a${tintOf(person.id)}`} aria-hidden="true">
      {initials(person.name)}
    </span>
  );
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? "")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}

/** The same person has the same colour everywhere; it carries no meaning. */
export function tintOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % TINTS;
}
