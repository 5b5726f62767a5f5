import type { Note } from "../../board/items";
import type { MethodKind } from "../../board/method";
import type { Desk } from "../desk";
import { kindsIn } from "../wording";

/** The kinds that at least one of these notes could have where it is. */
export function kindsOf(desk: Desk, notes: readonly Note[]): readonly MethodKind[] {
  const accepts = new Set(notes.flatMap((note) => desk.arrangement.value.areaOf(note).accepts));
  return kindsIn(desk, { accepts: [...accepts] });
}
