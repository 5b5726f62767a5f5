import type { Items } from "../../board/items";
import { commentsIn, threadsOf } from "../../board/threads";

let counted: { readonly items: Items; readonly open: ReadonlyMap<string, number> } | undefined;

/** How many threads are open on what; counted once for all that is drawn of the same items. */
export function openOn(items: Items): ReadonlyMap<string, number> {
  if (counted?.items !== items) {
    const threads = [...threadsOf(commentsIn(items))];
    const open = threads.map(([on, all]) => [on, all.filter(({ head }) => !head.resolved).length] as const);
    counted = { items, open: new Map(open) };
  }
  return counted.open;
}
