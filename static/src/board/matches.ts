import { foldedLetter } from "./fold";

/** A piece of a text, and whether it is what is sought. */
export interface Piece {
  /** Where it begins, in letters. */
  readonly at: number;
  readonly text: string;
  readonly sought: boolean;
}

/** The text in pieces, so that the places where it says one of the words can be marked. `words`: folded. */
export function matches(text: string, words: readonly string[]): readonly Piece[] {
  const letters = [...text];
  const folded = letters.map(foldedLetter);
  const starts: number[] = []; // of each folded unit, the letter that it comes from
  folded.forEach((unit, i) => starts.push(...Array.from(unit, () => i)));
  const whole = folded.join("");
  const sought = new Set<number>();
  for (const word of words.filter((each) => each !== "")) {
    for (let at = whole.indexOf(word); at !== -1; at = whole.indexOf(word, at + word.length)) {
      for (let unit = at; unit < at + word.length; unit += 1) sought.add(starts[unit] ?? -1);
    }
  }
  const pieces: Piece[] = [];
  for (const [i, letter] of letters.entries()) {
    const last = pieces.at(-1);
    if (last && last.sought === sought.has(i)) pieces.splice(-1, 1, { ...last, text: last.text + letter });
    else pieces.push({ at: i, text: letter, sought: sought.has(i) });
  }
  return pieces;
}
