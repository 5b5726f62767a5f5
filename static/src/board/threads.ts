/** What people said about notes and links, as threads: a comment and its answers. */

import { isComment } from "./items";
import type { Comment, Items } from "./items";

export interface Thread {
  readonly head: Comment;
  readonly answers: readonly Comment[];
}

/** The threads of each note and link, by its id, each in the order in which they were said. */
export function threadsOf(comments: readonly Comment[]): ReadonlyMap<string, readonly Thread[]> {
  const said = comments.toSorted(byTime);
  const found = new Map<string, Thread[]>();
  for (const head of said) {
    if (head.on.startsWith("comment:")) continue;
    const thread = { head, answers: said.filter(({ on }) => on === head.id) };
    found.set(head.on, [...(found.get(head.on) ?? []), thread]);
  }
  return found;
}

export function commentsIn(items: Items): readonly Comment[] {
  return [...items.values()].filter(isComment);
}

/** What waits for its time comes last. */
function byTime(a: Comment, b: Comment): number {
  const [one, other] = [`${a.at ?? "~"} ${a.id}`, `${b.at ?? "~"} ${b.id}`];
  return one < other ? -1 : 1;
}

let counted: { readonly items: Items; readonly open: ReadonlyMap<string, number> } | undefined;

/** How many threads are open on each note and link, by its id; counted once for all that ask about the same items. */
export function openOn(items: Items): ReadonlyMap<string, number> {
  if (counted?.items !== items) {
    const threads = [...threadsOf(commentsIn(items))];
    const open = threads.map(([on, all]) => [on, all.filter(({ head }) => !head.resolved).length] as const);
    counted = { items, open: new Map(open) };
  }
  return counted.open;
}
