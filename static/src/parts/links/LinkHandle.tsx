import type { Note } from "../../board/items";
import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { excerpt } from "../wording";
import { mayConnect } from "./connecting";
import { draw } from "./draw-link";

/** On the note in hand: an arrow is drawn from here to another note, or pressing asks to which. */
export function LinkHandle({ note }: { readonly note: Note }) {
  const desk = useDesk();
  if (!mayConnect(desk, note)) return null;
  return (
    <button
      type="button"
      class="link-handle"
      tabIndex={-1}
      title={desk.say("link.handle")}
      aria-label={`${desk.say("link.handle")}: ${excerpt(note.text, 30)}`}
      onPointerDown={(event) => draw(event, desk, note)}
      onClick={(event) => {
        event.stopPropagation();
        desk.dialog.value = { name: "link", from: note.id };
      }}
    >
      <Icon name="spline" />
    </button>
  );
}
