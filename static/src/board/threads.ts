/** What people said about notes and links, as threads: a comment and its answers. */

import { isComment } from "./items";
import type { Comment, Items } from "./items";

export interface Thread {
  readonly head: Comment;
  readonly answers: readonly Comment[];
}

/** The threads of each note and link, by its id, each in the order in which they were said. */
export function threadsOf(comments: readonly Comment[]): ReadonlyMap<string, readonly Thread[]> {
  const said = new Map<string, Comment[]>();
  for (const comment of comments.toSorted(byTime)) {
    const others = said.get(comment.on);
    if (others) others.push(comment);
    else said.set(comment.on, [comment]);
  }
  const found = new Map<string, readonly Thread[]>();
  for (const [on, heads] of said) {
    if (on.startsWith("comment:")) continue;
    found.set(
      on,
      heads.map((head) => ({ head, answers: said.get(head.id) ?? [] })),
    );
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
