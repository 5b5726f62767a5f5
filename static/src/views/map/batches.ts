/** Which notes of a long list stand in a list of their own: a hundred and fifty each, in order, and as still as can be. */

/** Fewer cost more lists at each scroll, more cost more notes at each key. */
const FULL = 150;
/** One that has grown so large has all of them made anew. */
const TOO_LARGE = 4 * FULL;

/** The number of each one's batch, never less than that of those before it. `before`: what this told last. */
export function inBatches(ids: readonly string[], before: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const last = Math.max(-1, ...before.values());
  const batches = new Map<string, number>();
  let [current, size] = [0, 0];
  for (const [i, id] of ids.entries()) {
    const own = before.get(id);
    const isBehindAll = own === undefined && current >= last;
    const batch = isBehindAll && size >= FULL ? current + 1 : placeAfter(current, own, before.get(ids[i + 1] ?? ""));
    size = batch === current ? size + 1 : 1;
    current = batch;
    batches.set(id, batch);
    if (size > TOO_LARGE) return inBatches(ids, new Map());
  }
  return batches;
}

/** Where it was, if the order allows it: what has been moved far ahead would take all behind it along. */
function placeAfter(current: number, own: number | undefined, following: number | undefined): number {
  const isAhead = own !== undefined && own > current && (following === undefined || following >= own);
  return isAhead ? own : current;
}
