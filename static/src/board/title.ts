import type { Language, Words } from "./items";

/** Words for this reader. */
export interface Told {
  readonly text: string;
  readonly language?: Language;
}

const FALLBACK: readonly Language[] = ["fi", "en", "sv"];

/** What people wrote, as they wrote it; a method's wording in this person's language, or in the next best. */
export function title(words: string | Words | null | undefined, language: Language): string {
  return told(words, language).text;
}

/** The same, and which language it is in where that is another one. */
export function told(words: string | Words | null | undefined, language: Language): Told {
  if (words === null || words === undefined) return { text: "" };
  if (typeof words === "string") return { text: words };
  if (words[language]) return { text: words[language] };
  for (const other of FALLBACK) if (words[other]) return { text: words[other], language: other };
  return { text: "" };
}
