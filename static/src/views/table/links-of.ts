import type { Link, Note } from "../../board/items";
import type { Desk } from "../../parts/desk";
import { excerpt, inWords, linkKindOf, stateWords } from "../../parts/wording";

const EXCERPT = 30;

let known: { readonly links: readonly Link[]; readonly byEnd: ReadonlyMap<string, readonly Link[]> } | undefined;

/** The arrows of a note, each in a few words: where it goes or comes from, what it means, how it stands. */
export function linksOf(desk: Desk, note: string): readonly string[] {
  return (byEnd(desk.links.value).get(note) ?? []).map((link) => {
    const leaves = link.from === note;
    const other = desk.store.items.value.get(leaves ? link.to : link.from) as Note | undefined;
    const kind = linkKindOf(desk, link.kind);
    const words = [inWords(desk, kind?.title), excerpt(other?.text ?? "", EXCERPT)].filter(Boolean).join(": ");
    return [`${leaves ? "→" : "←"} ${words}`, stateWords(desk, link.state)].filter(Boolean).join(" · ");
  });
}

/** Gathered once for all rows of the same links. */
function byEnd(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  if (known?.links !== links) {
    const found = new Map<string, Link[]>();
    for (const link of links) {
      for (const end of new Set([link.from, link.to])) {
        const before = found.get(end);
        if (before) before.push(link);
        else found.set(end, [link]);
      }
    }
    known = { links, byEnd: found };
  }
  return known.byEnd;
}
