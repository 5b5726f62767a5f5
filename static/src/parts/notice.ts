/** A sentence about what was just done or could not be: seen for a while, and heard. */

import type { Desk } from "./desk";

export interface Notice {
  readonly text: string;
}

export function notify(desk: Desk, text: string): void {
  desk.notice.value = { text };
  desk.tell(text);
}
