/** Arrows come once the board stands, in a file of their own: notes are read before it is looked at how they are tied. */

import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";

import { untilThere } from "../../board/until-there";
import { rest } from "../../parts/after";

const arrows = signal<FunctionComponent | null>(null);

/** Null until they are there; fetched though there may be no arrows yet, before the network may be gone. */
export function useLaterArrows(): FunctionComponent | null {
  const isStanding = rest.value !== null;
  useEffect(() => {
    if (isStanding && arrows.peek() === null) void fetchArrows();
  }, [isStanding]);
  return arrows.value;
}

export async function fetchArrows(): Promise<void> {
  const { Arrows } = await untilThere(() => import("./arrows/Arrows"));
  arrows.value = Arrows;
}
