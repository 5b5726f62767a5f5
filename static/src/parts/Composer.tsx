import { useLayoutEffect, useRef } from "preact/hooks";

import type { Area } from "../board/place";
import { useDesk } from "./desk";
import { KindChoice } from "./KindChoice";
import { domId } from "./dom-id";
import { SilenceHint } from "./SilenceHint";
import { TextLimits } from "./TextLimits";
import { useDraft } from "./useDraft";
import { nameOf } from "./wording";
import { WritingField } from "./WritingField";

/** Writing new notes into a zone, one after another, where they will stand. */
export function Composer({ area }: { readonly area: Area }) {
  const desk = useDesk();
  const { say, composing } = desk;
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
    requestAnimationFrame(() => document.getElementById(`add-${domId(area.id)}`)?.focus());
  };
  const send = () => {
    draft.add({ zone: area.id });
    if (field.current) field.current.style.height = "auto";
    field.current?.focus();
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
      <KindChoice kinds={draft.kinds} kind={draft.kind} name={`kind-${domId(area.id)}`} onChoose={draft.setKind} />
      <WritingField field={field} rows={2} text={draft.text} onText={draft.setText} onSend={send} />
      <TextLimits text={draft.text} />
      <SilenceHint />
      <div class="composer-buttons">
        <button type="submit" class="button small main" disabled={!draft.text.trim()}>
          {say("composer.add")}
        </button>
        <button type="button" class="button small" onClick={close}>
          {say("app.close")}
        </button>
      </div>
    </form>
  );
}
