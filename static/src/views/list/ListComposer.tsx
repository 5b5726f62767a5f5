import { useRef, useState } from "preact/hooks";

import { ComposerHints } from "../../parts/ComposerHints";
import { after } from "../../parts/after";
import { useDesk } from "../../parts/desk";
import { Icon } from "../../parts/Icon";
import { KindChoice } from "../../parts/KindChoice";
import { PasteOffer } from "../../parts/PasteOffer";
import { TextLimits } from "../../parts/TextLimits";
import { useDraft } from "../../parts/useDraft";
import { WritingField } from "../../parts/WritingField";
import { PlaceSelect, writingPlaces } from "../../parts/WritingPlaces";
import { isChosen, showPlace } from "./useChosenPlaces";
import type { ChosenPlaces } from "./useChosenPlaces";

const PictureButton = after("PictureButton");

/** Writing on a phone: one field above the keyboard, and where the note goes. */
export function ListComposer({ chosen }: { readonly chosen: ChosenPlaces }) {
  const desk = useDesk();
  const places = writingPlaces(desk, desk.arrangement.value.areas);
  const [picked, setPicked] = useState<string | null>(
    () => places.find(({ key }) => desk.drafts.has(key))?.key ?? null,
  );
  const inChosen = places.filter(({ area }) => isChosen(area, chosen));
  const place = inChosen.find(({ key }) => key === picked) ?? inChosen[0] ?? places[0];
  const draft = useDraft(place?.area);
  const field = useRef<HTMLTextAreaElement>(null);
  if (!place) return null;
  const next = () => {
    if (field.current) field.current.style.height = "auto";
    field.current?.focus();
  };
  const send = () => {
    const note = draft.add(place.spot);
    if (note === null) return;
    next();
    requestAnimationFrame(() => bringIntoSight(note));
  };
  return (
    <form
      class="list-composer"
      aria-label={desk.say("composer.label")}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <WritingField
        field={field}
        text={draft.text}
        onFocus={() => desk.here({ zone: place.area.id })}
        onText={draft.setText}
        onPaste={draft.onPaste}
        onSend={send}
      />
      <TextLimits text={draft.text} lines={draft.lines.length} />
      <PasteOffer draft={draft} spot={place.spot} onAdded={next} />
      <ComposerHints />
      <KindChoice kinds={draft.kinds} kind={draft.kind} name="kind-list" onChoose={draft.setKind} />
      <div class="composer-row">
        <PlaceSelect
          places={places}
          now={place.key}
          onChoose={(key) => {
            setPicked(key);
            showPlace(places.find((each) => each.key === key)?.area, chosen);
          }}
        />
        <PictureButton spot={place.spot} />
        <UndoButton />
        <button type="submit" class="button main">
          {desk.say("composer.add")}
        </button>
      </div>
    </form>
  );
}

/** One's own new note may come after many others. */
function bringIntoSight(note: string): void {
  document.querySelector(`[data-note="${CSS.escape(note)}"]`)?.scrollIntoView({ block: "nearest" });
}

function UndoButton() {
  const { store, say } = useDesk();
  const what = store.canUndo.value;
  return (
    <button
      type="button"
      class="button icon-only"
      aria-label={what === null ? say("tool.undo.none") : say("tool.undo", { what })}
      disabled={what === null}
      onClick={() => store.undo()}
    >
      <Icon name="undo-2" />
    </button>
  );
}
