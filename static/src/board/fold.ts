/** A text as it is searched for: without accents, capitals and double spaces, so that *hyva* finds *Hyvää*. */
export function fold(text: string): string {
  return foldedLetter(text).replace(/\s+/g, " ").trim();
}

/** The same of one letter, as long as it may turn out; nothing of an accent that stands alone. */
export function foldedLetter(letter: string): string {
  return letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
