import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";

import { commentsIn } from "../../board/threads";
import type { Comment } from "../../board/items";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { excerpt } from "../wording";
import { isMine } from "./commenting";

/** Tells, in one quiet sentence, of somebody's answer to what one has said oneself. */
export function CommentNews() {
  const desk = useDesk();
  const { store, news, say, tell } = desk;
  const told = useRef<ReadonlySet<string> | null>(null);
  told.current ??= store.ready.peek() ? idsOf(answersToMe(desk)) : null;
  useSignalEffect(() => {
    if (!store.ready.value) return;
    const answers = answersToMe(desk);
    const before = told.current;
    told.current = idsOf(answers);
    const fresh = before && answers.findLast(({ id }) => !before.has(id));
    if (fresh && news.peek()) tell(say("comments.answered", { text: excerpt(fresh.text) }));
  });
  return null;
}

function answersToMe(desk: Desk): readonly Comment[] {
  const comments = commentsIn(desk.store.items.value);
  const mine = idsOf(comments.filter((comment) => isMine(desk, comment)));
  return comments.filter(({ on, author }) => mine.has(on) && author !== desk.boot.you);
}

function idsOf(comments: readonly Comment[]): ReadonlySet<string> {
  return new Set(comments.map(({ id }) => id));
}
