/** What happened, as the log tells it to this person. */

import type { Fields } from "./items";

/** Fields to set (null takes one away), or the item leaves. Unknown ids are new items. */
export type Change = { readonly id: string; readonly set: Fields } | { readonly id: string; readonly gone: true };

/** An event that this person may see. `by` is absent where the board shows no names, save on one's own. */
export interface Seen {
  readonly seq: number;
  readonly op: string;
  readonly by?: string;
  readonly at: string;
  readonly changes: readonly Change[];
}

/** An event that this person may not see: something happened, nothing else is told. */
export interface Hidden {
  readonly seq: number;
  readonly op?: undefined;
  readonly by?: undefined;
  readonly at?: undefined;
  readonly changes?: undefined;
}

export type LogEvent = Seen | Hidden;
