import type { Language, Words } from "./items";

const FALLBACK: readonly Language[] = ["fi", "en", "sv"];

/** What people wrote, as they wrote it; a method's wording in this person's language, or in the next best. */
export function title(words: string | Words | null | undefined, language: Language): string {
  if (words === null || words === undefined) return "";
  if (typeof words === "string") return words;
  if (words[language]) return words[language];
  for (const other of FALLBACK) if (words[other]) return words[other];
  return "";
}
