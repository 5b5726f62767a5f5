import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";

import { commentsIn } from "../../board/threads";
import { useDesk } from "../desk";
import { excerpt } from "../wording";

/** Tells, in one quiet sentence, of somebody's answer to what one has said oneself. */
export function CommentNews() {
  const { store, boot, news, say, tell } = useDesk();
  const told = useRef<Set<string> | null>(null);
  useSignalEffect(() => {
    if (!store.ready.value) return;
    const comments = commentsIn(store.items.value);
    const mine = new Set(comments.filter(({ author }) => author === boot.you).map(({ id }) => id));
    const answers = comments.filter(({ id, on }) => mine.has(on) && !mine.has(id));
    const fresh = answers.filter(({ id }) => told.current?.has(id) === false).at(-1);
    told.current = new Set(answers.map(({ id }) => id));
    if (fresh && news.peek()) tell(say("comments.answered", { text: excerpt(fresh.text) }));
  });
  return null;
}
