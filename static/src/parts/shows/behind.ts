import { isCluster, isLink, isNote } from "../../board/items";
import type { Items, Note } from "../../board/items";

/** The notes that these items are or join, each once; what is gone is not among them, and a ballot has none. */
export function notesBehind(items: Items, ids: readonly string[]): Note[] {
  const meant = ids.flatMap((id) => {
    const item = items.get(id);
    if (item && isLink(item)) return [item.from, item.to];
    return item && isCluster(item) ? item.notes : [id];
  });
  return [...new Set(meant)]
    .map((id) => items.get(id))
    .filter((item) => item !== undefined)
    .filter(isNote);
}
