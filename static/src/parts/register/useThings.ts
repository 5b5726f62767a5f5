import { useEffect, useState } from "preact/hooks";

import { ask } from "../ask";
import type { Desk } from "../desk";

/** A thing that the project's outputs speak of; `ids` are its own and those that were merged into it. */
export interface Thing {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly ids: readonly string[];
  /** The first board that speaks of it. */
  readonly where: string;
}

export interface Things {
  /** Null until they have come. */
  readonly things: readonly Thing[] | null;
  /** Why they did not; null: they did, or may still. Empty where the server could not be reached. */
  readonly failed: string | null;
}

/** The project's index, asked for when somebody wants to refer to it. */
export function useThings({ boot }: Desk): Things {
  const [found, setFound] = useState<Things>({ things: null, failed: null });
  useEffect(() => {
    let isOpen = true;
    const url = `/api/v1/boards/${encodeURIComponent(boot.document)}/register`;
    void ask<readonly Thing[]>(boot, "GET", url).then((answer) => {
      if (!isOpen) return;
      setFound("got" in answer ? { things: answer.got, failed: null } : { things: null, failed: answer.message });
    });
    return () => {
      isOpen = false;
    };
  }, [boot]);
  return found;
}

/** The thing of this id, also where it was merged into another since. */
export function thingOf(things: readonly Thing[], id: string | undefined): Thing | undefined {
  return things.find(({ ids }) => id !== undefined && ids.includes(id));
}

/** Those whose name holds what was typed, capitals aside; the chosen ones always. */
export function matching(things: readonly Thing[], typed: string, chosen: readonly string[]): readonly Thing[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return things.filter(({ id, name }) => chosen.includes(id) || name.toLocaleLowerCase().includes(wanted));
}
