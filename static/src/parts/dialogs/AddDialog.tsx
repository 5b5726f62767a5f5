import { useState } from "preact/hooks";

import type { Spot } from "../../board/place";
import { ComposerHints } from "../ComposerHints";
import { useDesk } from "../desk";
import { KindChoice } from "../KindChoice";
import { Modal } from "../Modal";
import { PasteOffer } from "../PasteOffer";
import { PictureOpener } from "../pictures/PictureButton";
import { TextLimits, tooLong } from "../TextLimits";
import { isSend } from "../typing";
import { useDraft } from "../useDraft";
import { DialogForm } from "./DialogForm";
import { Field } from "./Field";
import { PlaceFields } from "./PlaceFields";

/** Writing a note and choosing its place in one go: from the toolbar, where no zone is pointed at. */
export function AddDialog({ zone }: { readonly zone?: string | undefined }) {
  const desk = useDesk();
  const { say } = desk;
  const kinds = desk.kinds.value.chosen;
  const arrangement = desk.arrangement.value;
  const [wishedKind, setKind] = useState(desk.kind.peek());
  const kind = (kinds.find(({ key }) => key === wishedKind) ?? kinds[0])?.key ?? "";
  const taking = arrangement.areas.filter(({ accepts }) => accepts.includes(kind));
  const [wished, setSpot] = useState<Spot | null>(null);
  const start = taking.find(({ id }) => id === zone) ?? taking[0];
  const spot = taking.some(({ id }) => id === wished?.zone) ? wished : startAt(start?.id, start?.sort === "plane");
  const draft = useDraft(arrangement.area(spot?.zone ?? ""));
  const may = spot !== null && draft.text.trim() !== "" && !tooLong(draft.text);
  const send = () => {
    desk.kind.value = kind;
    if (spot) draft.add(spot);
  };
  return (
    <Modal title={say("note.new")}>
      <DialogForm word={say("composer.add")} may={may} onDone={send}>
        <KindChoice kinds={kinds} kind={kind} name="kind-new" onChoose={choose} />
        <Field label={say("note.text")} hint={say("note.placeholder")}>
          {(ids) => (
            <textarea
              {...ids}
              data-begin
              rows={3}
              lang={desk.language}
              value={draft.text}
              onPaste={draft.onPaste}
              onInput={(event) => draft.setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (!isSend(event)) return;
                event.preventDefault();
                event.currentTarget.form?.requestSubmit();
              }}
            />
          )}
        </Field>
        <TextLimits text={draft.text} lines={draft.lines.length} />
        <PlaceFields kind={kind} spot={spot} onChoose={setSpot} />
        {spot && <PasteOffer draft={draft} spot={spot} onAdded={() => (desk.dialog.value = null)} />}
        <ComposerHints />
        <div>
          <PictureOpener look="small quiet" {...(spot ? { spot } : {})} />
        </div>
      </DialogForm>
    </Modal>
  );

  function choose(next: string): void {
    setKind(next);
    desk.kind.value = next;
  }
}

function startAt(zone: string | undefined, isPlane: boolean): Spot | null {
  if (zone === undefined) return null;
  return isPlane ? { zone, x: 5000, y: 5000 } : { zone };
}
