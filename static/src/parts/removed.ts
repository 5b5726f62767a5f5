/** The notes that were removed and this person may bring back; fetched when asked for. */

import { isNote } from "../board/items";
import type { Item, Note } from "../board/items";
import type { Desk } from "./desk";

export type Removed = readonly Note[] | "failed";

export async function fetchRemoved({ boot }: Desk): Promise<Removed> {
  const url = boot.urls.removed ?? `/api/v1/boards/${encodeURIComponent(boot.document)}/removed`;
  try {
    const response = await fetch(url, { headers: { Authorization: `Bearer ${boot.token}` } });
    if (!response.ok) return "failed";
    const body = (await response.json()) as { readonly items?: readonly Item[] } | readonly Item[];
    const items = Array.isArray(body) ? (body as readonly Item[]) : ((body as { items?: readonly Item[] }).items ?? []);
    return items.filter(isNote);
  } catch {
    return "failed"; // no connection: said on the page, and the button asks again
  }
}
