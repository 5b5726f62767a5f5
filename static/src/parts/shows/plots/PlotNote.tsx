import { isNote } from "../../../board/items";
import { useDesk } from "../../desk";
import { goToNote } from "../../go-to";
import { Hyphenated } from "../../Hyphenated";
import { excerpt } from "../../wording";

/** A note by the number that it has in the picture; it leads to the board. What is gone meanwhile says nothing. */
export function PlotNote({ id, number }: { readonly id: string; readonly number: number }) {
  const desk = useDesk();
  const note = [desk.store.items.value.get(id)].find(isNote);
  if (!note) return <span class="plot-number figures">{number}</span>;
  return (
    <button
      type="button"
      class="plot-note"
      onClick={() => {
        desk.dialog.value = null;
        goToNote(desk, note);
      }}
    >
      <span class="plot-number figures">{number}</span> <Hyphenated text={excerpt(note.text)} lang={note.lang} />
    </button>
  );
}
