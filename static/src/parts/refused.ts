/** What is said of a refusal, and where it stands. */

import { isNote } from "../board/items";
import type { Item, Note } from "../board/items";
import type { Operation, Refused } from "../board/operations";
import { OTHER_PAST } from "../board/past";
import type { Say } from "../words";

/** So many stand beside what they are about; more of them are one list. */
export const MOST_BESIDE = 3;

/** Why it was not done: the server's sentence, or what this page knows by itself. */
export function reasonOf({ code, message }: Refused, say: Say): string {
  return code === OTHER_PAST ? say("refused.past") : message;
}

/** What a person had written, so that it is never lost with the operation. */
export function writtenIn(operation: Operation | null): string {
  if (!operation) return "";
  if ("text" in operation) return operation.text ?? "";
  return "title" in operation && typeof operation.title === "string" ? operation.title : "";
}

/** The note that it was about, as it is on the board now, where what it says is not what was written. */
export function aboutOf(items: ReadonlyMap<string, Item>, { operation }: Refused): Note | undefined {
  if (!operation || !("note" in operation) || writtenIn(operation) !== "") return undefined;
  return [items.get(operation.note)].find(isNote);
}

/** The refusals that belong beside this note: whatever was wished of it. */
export function ofNote(refusals: readonly Refused[], note: string): readonly Refused[] {
  if (refusals.length > MOST_BESIDE) return [];
  return refusals.filter(({ operation }) => operation && "note" in operation && operation.note === note);
}

/** The refusals of notes that were to come into this zone. */
export function ofZone(refusals: readonly Refused[], zone: string): readonly Refused[] {
  if (refusals.length > MOST_BESIDE) return [];
  return refusals.filter(({ operation }) => operation?.type === "note.add" && operation.zone === zone);
}
