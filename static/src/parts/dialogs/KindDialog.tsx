import { useState } from "preact/hooks";

import { isNote } from "../../board/items";
import { useDesk } from "../desk";
import { KindChoice } from "../KindChoice";
import { Modal } from "../Modal";
import { setKind } from "../several/several";
import { kindsOf } from "../several/kinds";
import { DialogForm } from "./DialogForm";

/** Another kind for notes whose places take several; what only the old kind had goes with it, and comes back with undo. */
export function KindDialog({ notes: ids }: { readonly notes: readonly string[] }) {
  const desk = useDesk();
  const { say } = desk;
  const notes = ids.map((id) => desk.store.items.value.get(id)).filter(isNote);
  const kinds = kindsOf(desk, notes);
  const [kind, choose] = useState(notes[0]?.kind ?? "");
  if (notes.length === 0) return null;
  return (
    <Modal title={say("several.kind.title", { count: notes.length })}>
      <DialogForm
        word={say("several.kind.do")}
        may={kinds.some(({ key }) => key === kind)}
        onDone={() => setKind(desk, notes, kind)}
      >
        <KindChoice kinds={kinds} kind={kind} name="kind-several" onChoose={choose} />
        <p class="hint">{say("several.kind.what")}</p>
      </DialogForm>
    </Modal>
  );
}
