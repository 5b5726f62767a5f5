import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { useDesk } from "../../parts/desk";
import { Icon } from "../../parts/Icon";
import { KindChoice } from "../../parts/KindChoice";
import { PasteOffer } from "../../parts/PasteOffer";
import { SilenceHint } from "../../parts/SilenceHint";
import { TextLimits } from "../../parts/TextLimits";
import { useDraft } from "../../parts/useDraft";
import { WritingField } from "../../parts/WritingField";
import { PlaceSelect, writingPlaces } from "../../parts/WritingPlaces";

interface TableComposerProps {
  /** The place that it was opened for. */
  readonly zone: string;
  /** A row that came of it. */
  readonly onAdded: (note: string) => void;
}

/** Writing new rows, one after another; Escape closes it and keeps what was begun. */
export function TableComposer({ zone, onAdded }: TableComposerProps) {
  const desk = useDesk();
  const { say, composing } = desk;
  const places = writingPlaces(desk, desk.latest.value.areas);
  const [picked, setPicked] = useState<string | null>(null);
  const here = places.filter(({ area }) => area.id === zone);
  const place = here.find(({ key }) => key === picked) ?? here[0] ?? places[0];
  const draft = useDraft(place?.area);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    desk.here({ zone });
  }, [zone]);
  if (!place) return null;
  const close = () => {
    composing.value = null;
    document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus();
  };
  const send = () => {
    const note = draft.add(place.spot);
    field.current?.focus();
    if (note !== null) onAdded(note);
  };
  return (
    <form
      class="table-composer"
      aria-label={say("composer.label")}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    >
      <WritingField field={field} text={draft.text} onText={draft.setText} onPaste={draft.onPaste} onSend={send} />
      <PlaceSelect
        places={places}
        now={place.key}
        onChoose={(key) => {
          setPicked(key);
          composing.value = places.find((each) => each.key === key)?.area.id ?? zone;
        }}
      />
      <KindChoice kinds={draft.kinds} kind={draft.kind} name="kind-table" onChoose={draft.setKind} />
      <button type="submit" class="button main" disabled={draft.text.trim() === ""}>
        {say("composer.add")}
      </button>
      <button type="button" class="button quiet icon-only" aria-label={say("app.close")} onClick={close}>
        <Icon name="x" />
      </button>
      <TextLimits text={draft.text} lines={draft.lines.length} />
      <PasteOffer draft={draft} spot={place.spot} onAdded={() => field.current?.focus()} />
      <SilenceHint />
    </form>
  );
}
