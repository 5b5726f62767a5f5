import type { RefObject } from "preact";
import { useEffect, useMemo } from "preact/hooks";

import { useDesk } from "../../parts/desk";
import { isBusy } from "../../parts/floor/arrival";
import { remembered } from "../../parts/remembered";

/** A part of the agenda that looks at a place brings it into sight when it begins: once, and never while one is at work. */
export function useLook(stage: RefObject<HTMLElement | null>): void {
  const desk = useDesk();
  const { boot, floor, store } = desk;
  const looked = useMemo(() => remembered<string | null>(`${boot.document}/looked`, null), []);
  const part = floor.current.value;
  const focus = part?.boards.includes(boot.board.id) ? part.focus : null;
  useEffect(() => {
    if (!focus || !part || !store.ready.value || looked.peek() === part.id) return;
    looked.value = part.id;
    const id = CSS.escape(focus);
    const place = stage.current?.querySelector(`[data-strip="${id}"], [data-zone="${id}"]`);
    if (!isBusy(desk)) place?.scrollIntoView({ block: "start", inline: "nearest" });
  }, [part?.id, focus, store.ready.value]);
}
