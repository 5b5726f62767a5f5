/** A pasted text, line by line: what each would say as a note of its own. */

/** What a list is marked with: *- *, *• *, *b) *, *[x] *. */
const MARK = /^(?:[-–—*+•·‣◦▪●○■□☐☑✓➢➤]|\(?\p{L}\)|\[[ xX]\])(?:\s+|$)/u;
const NUMBER = /^\(?(\d{1,3})[.)](?:\s+|$)/;

/** The lines that say something, trimmed and without the marks of a list. */
export function linesOf(text: string): readonly string[] {
  const lines = text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => without(MARK, line.trim()))
    .filter((line) => line !== "");
  if (!isNumbered(lines)) return lines;
  return lines.map((line) => without(MARK, without(NUMBER, line))).filter((line) => line !== "");
}

/** Numbers that follow one another are a list's; *3. kerros* alone is what somebody said. */
function isNumbered(lines: readonly string[]): boolean {
  const numbers = lines.flatMap((line) => NUMBER.exec(line)?.[1] ?? []).map(Number);
  return numbers.length > 1 && numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
}

/** Also where a mark follows a mark: *- [ ] *. */
function without(mark: RegExp, line: string): string {
  const rest = line.replace(mark, "");
  return rest === line ? line : without(mark, rest);
}
