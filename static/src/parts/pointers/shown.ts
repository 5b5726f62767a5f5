/** Whether mice are told and drawn: by one's own wish, and where a point could not give away who wrote a note. */

import type { Desk } from "../desk";

export function areShown({ pointers, store, board, holding }: Desk): boolean {
  return (
    pointers.value && board.value?.authors === "names" && store.mode.value !== "silent" && !holding.everything.value
  );
}
