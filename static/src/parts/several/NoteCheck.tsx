import type { Note } from "../../board/items";
import { chosenAfter } from "../chosen";
import { useDesk } from "../desk";
import { excerpt } from "../wording";

interface NoteCheckProps {
  readonly note: Note;
  readonly chosen: boolean;
  /** Whether Tab comes here. */
  readonly reachable: boolean;
}

/** The box beside a note in List while several are being chosen. */
export function NoteCheck({ note, chosen, reachable }: NoteCheckProps) {
  const { inHand, say } = useDesk();
  return (
    <label class="note-check">
      <input
        type="checkbox"
        checked={chosen}
        tabIndex={reachable ? 0 : -1}
        aria-label={say("several.check", { text: excerpt(note.text) })}
        onChange={() => (inHand.value = chosenAfter(inHand.peek(), note.id, true))}
      />
    </label>
  );
}
