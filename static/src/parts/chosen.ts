/** A click takes this one in hand, or lets it go; with Shift or Ctrl it joins those in hand. */
export function chosenAfter(before: ReadonlySet<string>, note: string, joins: boolean): ReadonlySet<string> {
  const after = new Set(joins ? before : []);
  if (before.has(note) && (joins || before.size === 1)) after.delete(note);
  else after.add(note);
  return after;
}
