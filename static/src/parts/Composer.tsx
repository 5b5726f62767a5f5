import { useLayoutEffect, useRef } from "preact/hooks";

import type { Area, Spot } from "../board/place";
import { ComposerHints } from "./ComposerHints";
import { useDesk } from "./desk";
import { KindChoice } from "./KindChoice";
import { domId } from "./dom-id";
import { PasteOffer } from "./PasteOffer";
import { PictureButton } from "./pictures/PictureButton";
import { TextLimits } from "./TextLimits";
import { useDraft } from "./useDraft";
import { nameOf } from "./wording";
import { WritingField } from "./WritingField";

interface ComposerProps {
  readonly area: Area;
  /** Where it does not stand in its zone's own list, it says which zone it is. */
  readonly title?: string;
}

/** Writing new notes into a zone, one after another, where they will stand. */
export function Composer({ area, title }: ComposerProps) {
  const desk = useDesk();
  const { say, composing, pointed } = desk;
  const spot = pointed.value?.spot.zone === area.id ? pointed.value.spot : { zone: area.id };
  const draft = useDraft(area);
  const field = useRef<HTMLTextAreaElement>(null);
  // Before the next key: what is typed at once belongs in the field.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    desk.here({ zone: area.id });
  }, []);
  const close = () => {
    composing.value = null;
    pointed.value = null;
    requestAnimationFrame(() => document.getElementById(`add-${domId(area.id)}`)?.focus());
  };
  const next = () => {
    if (field.current) field.current.style.height = "auto";
    field.current?.focus();
  };
  const send = () => {
    if (draft.add(spot) !== null) next();
  };
  return (
    <form
      class="composer"
      aria-label={say("note.add", { zone: nameOf(desk, area) })}
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
      {title && <p class="composer-title">{title}</p>}
      <KindChoice kinds={draft.kinds} kind={draft.kind} name={`kind-${domId(area.id)}`} onChoose={draft.setKind} />
      <WritingField
        field={field}
        rows={2}
        text={draft.text}
        onText={draft.setText}
        onPaste={draft.onPaste}
        onSend={send}
      />
      <TextLimits text={draft.text} lines={draft.lines.length} />
      <PasteOffer draft={draft} spot={spot} onAdded={next} />
      <ComposerHints />
      <Buttons may={draft.text.trim() !== ""} adds={draft.lines.length < 2} spot={spot} onClose={close} />
    </form>
  );
}

interface ButtonsProps {
  readonly may: boolean;
  /** Not while it is asked how many notes it shall be. */
  readonly adds: boolean;
  readonly spot: Spot;
  readonly onClose: () => void;
}

function Buttons({ may, adds, spot, onClose }: ButtonsProps) {
  const { say } = useDesk();
  return (
    <div class="composer-buttons">
      {adds && (
        <button type="submit" class="button small main" disabled={!may}>
          {say("composer.add")}
        </button>
      )}
      <button type="button" class="button small" onClick={onClose}>
        {say("app.close")}
      </button>
      <PictureButton spot={spot} />
    </div>
  );
}
