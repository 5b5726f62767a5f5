import { useState } from "preact/hooks";

import { isNote } from "../../board/items";
import type { Note } from "../../board/items";
import { places, spotOf } from "../../board/place";
import type { Spot } from "../../board/place";
import { useDesk } from "../desk";
import { Modal } from "../Modal";
import { moveSeveral } from "../several/several";
import { excerpt } from "../wording";
import { DialogForm } from "./DialogForm";
import { PlaceFields } from "./PlaceFields";

/** *Move to…*: the way without dragging. Several notes go together if they are of one kind, else one place takes them all. */
export function MoveDialog({ notes: ids }: { readonly notes: readonly string[] }) {
  const desk = useDesk();
  const { say } = desk;
  const notes = ids.map((id) => desk.store.items.value.get(id)).filter(isNote);
  const first = notes[0];
  const arrangement = desk.arrangement.peek();
  const [spot, setSpot] = useState<Spot | null>(first ? spotOf(arrangement, first) : null);
  if (!first) return null;
  const title = notes.length > 1 ? say("move.many", { count: notes.length }) : say("move.title");
  const goes = notes.filter((note) => takes(note, spot));
  return (
    <Modal title={title}>
      <DialogForm
        word={say("move.do")}
        may={spot !== null && goes.length > 0}
        onDone={() => spot && moveSeveral(desk, notes, amongOthers(spot))}
      >
        {notes.map((note) => (
          <p key={note.id} class="quoted" lang={note.lang}>
            {excerpt(note.text, 120)}
          </p>
        ))}
        {places(arrangement, first.kind).length < 2 && <p class="hint">{say("move.nowhere")}</p>}
        <PlaceFields kind={first.kind} note={notes.length === 1 ? first : undefined} spot={spot} onChoose={setSpot} />
      </DialogForm>
    </Modal>
  );

  /** The list that several choose from has themselves in it. */
  function amongOthers(chosen: Spot): Spot {
    if (notes.length === 1 || chosen.index === undefined) return chosen;
    const before = arrangement.notesIn(chosen.zone).slice(0, chosen.index);
    return { ...chosen, index: before.filter(({ id }) => !ids.includes(id)).length };
  }

  function takes(note: Note, target: Spot | null): boolean {
    return target !== null && (desk.arrangement.peek().area(target.zone)?.accepts.includes(note.kind) ?? false);
  }
}
