import { useEffect, useState } from "preact/hooks";

import { ask } from "../ask";
import type { Desk } from "../desk";

/** A name of words that these notes share. */
export interface SuggestedTheme {
  readonly title: string;
  readonly notes: readonly string[];
}

interface Told {
  readonly unread: number;
  readonly themes: readonly SuggestedTheme[];
}

interface Asked {
  /** Null: not there yet. */
  readonly told: Told | null;
  /** Why there is none; null: nothing went wrong. */
  readonly failed: string | null;
  again(): void;
}

/** Asked for once, and again when somebody wants: what one is reading does not change under one's eyes. */
export function useSuggested({ boot, say }: Desk): Asked {
  const [told, setTold] = useState<Told | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [time, setTime] = useState(1);
  useEffect(() => {
    let isHere = true;
    setTold(null);
    setFailed(null);
    const url = `/api/v1/boards/${encodeURIComponent(boot.document)}/suggested_themes`;
    void ask<Told>(boot, "GET", url).then((answer) => {
      if (!isHere) return;
      if ("got" in answer) setTold(answer.got);
      else setFailed(answer.message || say("suggest.failed"));
    });
    return () => {
      isHere = false;
    };
  }, [time]);
  return { told, failed, again: () => setTime(time + 1) };
}
