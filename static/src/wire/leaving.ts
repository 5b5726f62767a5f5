/** The last thing a page can say: something is still only here. */

import type { Feed } from "../board/copy";

/** Have the browser ask before the page is left while operations are pending. Returns what ends it. */
export function warnBeforeLeaving(store: Pick<Feed, "pending">, page: Window = window): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (store.pending.peek().length > 0) event.preventDefault();
  };
  page.addEventListener("beforeunload", ask);
  return () => page.removeEventListener("beforeunload", ask);
}
