import type { Note } from "../../board/items";
import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { kindOf } from "../wording";
import { isEvidenceShown, said } from "./values";

/** How a note is known, in small print, where those who lead want it shown. */
export function EvidenceFact({ note }: { readonly note: Note }) {
  const desk = useDesk();
  const value = note.fields?.["evidence"];
  const field = kindOf(desk, note.kind)?.fields.find(({ key }) => key === "evidence");
  if (!field || value === undefined || !isEvidenceShown(desk)) return null;
  return (
    <span class="fact">
      <Icon name="badge-check" />
      {said(desk, field, value)}
    </span>
  );
}
