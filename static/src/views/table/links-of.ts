import type { Note } from "../../board/items";
import type { Desk } from "../../parts/desk";
import { excerpt, inWords, linkKindOf, stateWords } from "../../parts/wording";

const EXCERPT = 30;

/** The arrows of a note, each in a few words: where it goes or comes from, what it means, how it stands. */
export function linksOf(desk: Desk, note: string): readonly string[] {
  return (desk.linksOf.value.get(note) ?? []).map((link) => {
    const leaves = link.from === note;
    const other = desk.store.items.value.get(leaves ? link.to : link.from) as Note | undefined;
    const kind = linkKindOf(desk, link.kind);
    const words = [inWords(desk, kind?.title), excerpt(other?.text ?? "", EXCERPT)].filter(Boolean).join(": ");
    return [`${leaves ? "→" : "←"} ${words}`, stateWords(desk, link.state)].filter(Boolean).join(" · ");
  });
}
