import { useSignalEffect } from "@preact/signals";
import { useMemo } from "preact/hooks";

import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { goToZone } from "../go-to";
import { remembered } from "../remembered";
import { isBusy } from "./arrival";

/** What the room looks at, and why: told apart, so that each is gone to once. */
interface Look {
  readonly key: string;
  readonly zone: string;
}

/**
 * A part, or a call, that names a place of this board brings it into view: for those who are here, for who comes late and
 * for who returns. The focus stays where it is, and nobody who writes is moved; they have the place in the line *Now*.
 */
export function Looking() {
  const desk = useDesk();
  const gone = useMemo(() => remembered(`${desk.boot.document}/looked`, ""), []);
  useSignalEffect(() => {
    const look = lookOf(desk);
    if (look === null || gone.value === look.key || !desk.store.ready.value) return;
    gone.value = look.key;
    if (!isBusy(desk)) goToZone(desk, look.zone);
  });
  return null;
}

/** The place that the room looks at on this board, if there is one. */
export function lookOf({ floor, boot, latest }: Desk): Look | null {
  const part = floor.current.value;
  const summon = floor.summon.value;
  const isCall = summon?.board === boot.board.id && summon.focus !== undefined;
  const zone = isCall ? summon.focus : part?.boards.includes(boot.board.id) ? (part.focus ?? undefined) : undefined;
  if (zone === undefined || !isThere(latest.value, zone)) return null;
  return { key: isCall ? `call ${summon.number}` : `part ${part?.id ?? ""}`, zone };
}

function isThere({ areas, phases, lanes }: Desk["latest"]["value"], zone: string): boolean {
  return [...areas, ...phases, ...lanes].some(({ id }) => id === zone);
}
