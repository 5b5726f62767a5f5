/** A text as it is searched for: without accents, capitals and double spaces, so that *hyva* finds *Hyvää*. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").toLowerCase().trim();
}
