import { useEffect, useState } from "preact/hooks";

import type { Words } from "../../board/items";
import { ask } from "../ask";
import type { Desk } from "../desk";
import type { Plot } from "./plots/plot";

/** A sentence about the board, and the notes behind it. */
export interface Insight {
  readonly key: string;
  readonly text: Words;
  readonly notes: readonly string[];
}

/** A guide question of the method; `by` are the items that answer it. */
export interface GuideQuestion {
  readonly key: string;
  readonly text: Words;
  readonly answered: boolean;
  readonly by: readonly string[];
}

export interface Showing {
  readonly epoch: string;
  readonly seq: number;
  readonly questions: readonly GuideQuestion[];
  readonly insights: readonly Insight[];
  readonly plots: readonly Plot[];
}

interface Asked {
  readonly showing: Showing | null;
  /** Why the last call gave nothing; null: it did. Empty where the server could not be reached. */
  readonly failed: string | null;
  again(): void;
}

/** While people write, nothing moves: the map is asked when they have paused, and now and then if they never do. */
export const PAUSE_MS = 2_000;
export const LONGEST_MS = 15_000;

/** What the map shows, asked anew after changes; not while nobody looks at the page. */
export function useShowing({ boot, store }: Desk): Asked {
  const [showing, setShowing] = useState<Showing | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [asker] = useState(() => {
    const url = `/api/v1/boards/${encodeURIComponent(boot.document)}/insights`;
    return new Asker(async () => {
      const answer = await ask<Showing>(boot, "GET", url);
      if ("got" in answer) setShowing(answer.got);
      setFailed("got" in answer ? null : answer.message);
    });
  });
  useEffect(() => {
    asker.now();
    const look = () => asker.look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      asker.stop();
    };
  }, [asker]);
  const { epoch, seq } = store.confirmed.value;
  useEffect(() => {
    if (showing && (showing.seq < seq || showing.epoch !== epoch)) asker.soon();
  }, [asker, epoch, seq, showing]);
  return { showing, failed, again: () => asker.now() };
}

/** One call at a time, and one more for all that happened meanwhile. */
class Asker {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #isAsking = false;
  #isWanted = false;

  constructor(private readonly ask: () => Promise<void>) {}

  /** Something changed: ask when it has been quiet for a moment. */
  soon(): void {
    const now = Date.now();
    if (this.#timer === undefined) this.#since = now;
    clearTimeout(this.#timer);
    const left = this.#since + LONGEST_MS - now;
    this.#timer = setTimeout(() => this.now(), Math.max(0, Math.min(PAUSE_MS, left)));
  }

  now(): void {
    this.stop();
    this.#isWanted = true;
    if (!this.#isAsking && !document.hidden) void this.#go();
  }

  /** The page is looked at again, or not any more. */
  look(): void {
    if (this.#isWanted && !document.hidden) this.now();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #go(): Promise<void> {
    this.#isAsking = true;
    this.#isWanted = false;
    await this.ask();
    this.#isAsking = false;
    if (this.#isWanted) this.soon();
  }
}
