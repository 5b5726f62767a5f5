/** What stands beside a field: what to say in it, and that several notes say different things. */

import type { MethodField } from "../../board/method";
import { useDesk } from "../desk";
import { inWords } from "../wording";

export function Hint({ field }: { readonly field: MethodField }) {
  const desk = useDesk();
  return field.hint ? <p class="hint">{inWords(desk, field.hint)}</p> : null;
}

export function Mixed({ value }: { readonly value: unknown }) {
  const { say } = useDesk();
  return value === undefined ? <p class="hint">{say("fields.mixed")}</p> : null;
}
