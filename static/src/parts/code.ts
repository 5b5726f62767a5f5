/** A join code as it is read aloud: two groups of four, with a space that does not break. */
export function codeInGroups(code: string): string {
  const bare = code.replace(/\s/g, "");
  return bare.length === 8 ? `${bare.slice(0, 4)}\u00A0${bare.slice(4)}` : bare;
}
