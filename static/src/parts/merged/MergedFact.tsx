import type { Note } from "../../board/items";
import { useDesk } from "../desk";
import { Icon } from "../Icon";

interface MergedFactProps {
  readonly note: Note;
  /** With its words, not the number alone. */
  readonly full: boolean;
}

/** How many notes became this one, in small print. */
export function MergedFact({ note, full }: MergedFactProps) {
  const { say } = useDesk();
  const count = (note.merged?.length ?? 0) + 1;
  if (count === 1) return null;
  return (
    <span class="fact">
      <Icon name="combine" />
      <span class={full ? undefined : "unseen"}>{say("merged.fact", { count })}</span>
      {!full && <span aria-hidden="true">{count}</span>}
    </span>
  );
}
