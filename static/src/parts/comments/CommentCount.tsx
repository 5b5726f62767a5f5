import { useComputed } from "@preact/signals";

import { openOn } from "../../board/threads";
import { useDesk } from "../desk";
import { Icon } from "../Icon";

interface CommentCountProps {
  readonly note: string;
  /** With its word, not the number alone. */
  readonly full: boolean;
}

/** How many threads are open on a note; nothing where none is. */
export function CommentCount({ note, full }: CommentCountProps) {
  const { store, say } = useDesk();
  const count = useComputed(() => openOn(store.items.value).get(note) ?? 0).value;
  if (count === 0) return null;
  return (
    <span class="fact">
      <Icon name="message-square" />
      <span class={full ? undefined : "unseen"}>{say("note.commented", { count })}</span>
      {!full && <span aria-hidden="true">{count}</span>}
    </span>
  );
}
