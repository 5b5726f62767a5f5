import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import type { Mode } from "../board/items";
import { useDesk } from "./desk";
import type { Key } from "../words";
import { newsBetween } from "./news";
import { aboutOf, reasonOf, writtenIn } from "./refused";
import { excerpt } from "./wording";

const EVERY_MILLISECONDS = 8000;

/**
 * What happens without one's own doing, told in few words: others' changes per zone every few seconds, and at once what
 * one must know: the line breaks or returns, something was refused, people work differently now, a ballot opens or ends.
 */
export function News() {
  useOthersChanges();
  useLineNews();
  useRefusalNews();
  useModeNews();
  return null;
}

function useOthersChanges(): void {
  const desk = useDesk();
  const { store } = desk;
  const seen = useRef(desk.latest.peek());
  const mine = useRef(new Set<string>());
  useSignalEffect(() => {
    for (const id of store.waiting.value) mine.current.add(id);
  });
  useEffect(() => {
    const timer = setInterval(() => {
      const now = desk.latest.peek();
      const lines = newsBetween(desk, seen.current, now, mine.current);
      seen.current = now;
      mine.current = new Set(store.waiting.peek());
      if (lines.length > 0 && desk.news.peek()) desk.tell(lines.join(" "));
    }, EVERY_MILLISECONDS);
    return () => clearInterval(timer);
  }, []);
}

function useLineNews(): void {
  const { store, say, tell } = useDesk();
  const was = useRef<Key | null>(null);
  useSignalEffect(() => {
    const lost = store.keeping.value?.isAble ? "save.lost" : "save.lost.loose";
    const now = store.away.value ? lost : null;
    if (now !== null && now !== was.current) tell(say(now), true);
    if (now === null && was.current !== null) tell(say("save.back"));
    was.current = now;
  });
}

function useRefusalNews(): void {
  const { store, say, tell } = useDesk();
  const told = useRef(new Set<string>());
  useSignalEffect(() => {
    for (const refused of store.refusals.value) {
      const { op, operation } = refused;
      if (told.current.has(op)) continue;
      told.current.add(op);
      const message = reasonOf(refused, say);
      const text = writtenIn(operation);
      const about = aboutOf(store.items.peek(), refused);
      const kept = text && `${say("refused.said", { message })} ${say("refused.text", { text: excerpt(text) })}`;
      const named = about ? `${message} ${say("refused.about", { note: excerpt(about.text) })}` : message;
      tell(kept || named, true);
    }
  });
}

function useModeNews(): void {
  const { store, voting, say, tell } = useDesk();
  const mode = useRef<Mode | null>(null);
  const ballot = useRef<string | null>(null);
  useSignalEffect(() => {
    if (!store.ready.value) return;
    const now = store.mode.value;
    if (mode.current !== null && mode.current !== now) tell(say("mode.changed", { mode: say(`mode.${now}`) }));
    mode.current = now;
  });
  useSignalEffect(() => {
    const { open, ended } = voting.value;
    const now = open?.id ?? null;
    if (ballot.current === now) return;
    const last = ended.find(({ id }) => id === ballot.current);
    if (open) tell(say("vote.opened", { title: open.title }));
    else if (last) tell(say("vote.ended", { title: last.title }));
    ballot.current = now;
  });
}
