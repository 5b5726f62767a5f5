/** What was written and is not on the board yet, kept on this device: half-written texts, and notes not sent. */

import { effect } from "@preact/signals";

import type { Operation } from "../board/operations";
import type { Store } from "../board/store";
import { kept, sweep } from "./kept";

/** Half-written texts by zone, as they were when the page was last left. */
export class KeptDrafts extends Map<string, string> {
  readonly #keep: (texts: readonly (readonly [string, string])[]) => void;

  constructor(document: string, person: string) {
    const texts = kept<readonly (readonly [string, string])[]>(document, person, "drafts");
    super(texts.read() ?? []);
    this.#keep = (all) => (all.length > 0 ? texts.write(all) : texts.drop());
  }

  override set(zone: string, text: string): this {
    super.set(zone, text);
    // The constructor of a Map fills it before there is anywhere to keep it.
    if (#keep in this) this.#keep([...this]);
    return this;
  }

  override delete(zone: string): boolean {
    const was = super.delete(zone);
    if (was) this.#keep([...this]);
    return was;
  }
}

/**
 * Take up again what was not sent before the page was left, and keep what is not sent from now on.
 *
 * The operations keep their ids: what the server has done already is not done twice, also if two tabs send it.
 */
export function keepPending(store: Store): void {
  sweep();
  const texts = kept<readonly Operation[]>(store.boot.document, store.boot.you, "pending");
  const ours = new Set<string>();
  store.hope(texts.read() ?? []);
  effect(() => {
    const pending = store.pending.value;
    if (store.turnedAway.value) return texts.drop();
    for (const { id } of pending) ours.add(id);
    const before = texts.read() ?? [];
    const theirs = before.filter(({ id }) => !ours.has(id));
    if (theirs.length + pending.length > 0) texts.write([...theirs, ...pending]);
    else if (before.length > 0) texts.drop();
    return undefined;
  });
}
