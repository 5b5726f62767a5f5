/** A sentence in two: what it says, and after a colon what that is made of. A colon that people wrote is none. */
export function headline(text: string): readonly [string, string] {
  for (let at = text.indexOf(": "); at >= 0; at = text.indexOf(": ", at + 1)) {
    const marks = text.slice(0, at).match(/["“”„]/g)?.length ?? 0;
    if (marks % 2 === 0) return [text.slice(0, at + 1), text.slice(at + 1)];
  }
  return [text, ""];
}
