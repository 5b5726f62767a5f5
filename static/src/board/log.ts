/** What was confirmed, what is hoped for, and what is seen: derived, never stored, so it cannot drift from the log. */

import { batch, computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { State } from "./boot";
import type { LogEvent, Seen } from "./events";
import { guess } from "./guess";
import type { Sight } from "./guess";
import type { Item, Items } from "./items";
import type { Operation } from "./operations";
import { change, closed, lay } from "./reduce";

/** The fold of the log up to `seq`. Before the first state has come: no epoch, seq 0, nothing. */
export interface Confirmed {
  readonly epoch: string | null;
  readonly seq: number;
  readonly items: Items;
  /** What left while this page was open: what a restore will most likely bring back. */
  readonly aside: Items;
}

const NOTHING: Confirmed = { epoch: null, seq: 0, items: new Map(), aside: new Map() };

export class Log {
  readonly #you: string;
  readonly #kinds: readonly string[];
  readonly #confirmed = signal(NOTHING);
  readonly #pending = signal<readonly Operation[]>([]);

  readonly confirmed: ReadonlySignal<Confirmed> = this.#confirmed;
  /** Sent or not: they wait here until their own event, or their refusal, has come. */
  readonly pending: ReadonlySignal<readonly Operation[]> = this.#pending;
  /** Confirmed and hoped for, and all that hangs on it. */
  readonly sight: ReadonlySignal<Sight> = computed(() => this.#foresee());
  /** What the person sees. */
  readonly items: ReadonlySignal<Items> = computed(() => closed(this.sight.value.items));

  /** `kinds`: of note, all that the board's method has. */
  constructor(you: string, kinds: readonly string[]) {
    this.#you = you;
    this.#kinds = kinds;
  }

  /**
   * Events in any order, any number of times: only the very next one counts.
   *
   * Returns true if one was missing before some of these, so that the rest must be asked for.
   */
  receive(events: readonly LogEvent[]): boolean {
    const before = this.#confirmed.peek();
    const items = new Map(before.items);
    const aside = new Map(before.aside);
    const settled = new Set<string>();
    let seq = before.seq;
    let gap = false;
    for (const event of events) {
      if (event.seq > seq + 1) {
        gap = true;
        continue;
      }
      // A repeat of what came with a fetched state is old, but it still says that mine was done.
      if (event.op !== undefined && event.by === this.#you) settled.add(event.op);
      if (event.seq !== seq + 1) continue;
      seq = event.seq;
      if (event.changes !== undefined) keepAside(event, items, aside);
      lay(items, event.changes ?? []);
    }
    batch(() => {
      if (seq > before.seq) this.#confirmed.value = { ...before, seq, items, aside };
      this.drop(settled);
    });
    return gap;
  }

  /** Begin afresh from a fetched state; what is pending stays pending. */
  load(state: State): void {
    const before = this.#confirmed.peek();
    const items = new Map(state.items.map((item) => [item.id, item]));
    const aside = before.epoch === state.epoch ? before.aside : NOTHING.aside;
    this.#confirmed.value = { epoch: state.epoch, seq: state.seq, items, aside };
  }

  hope(operations: readonly Operation[]): void {
    this.#pending.value = [...this.#pending.peek(), ...operations];
  }

  /** These wait no longer; returns those of them that were waiting. */
  drop(ops: ReadonlySet<string>): readonly Operation[] {
    const before = this.#pending.peek();
    const dropped = before.filter(({ id }) => ops.has(id));
    if (dropped.length > 0) this.#pending.value = before.filter(({ id }) => !ops.has(id));
    return dropped;
  }

  #foresee(): Sight {
    const { items: confirmed, aside: left } = this.#confirmed.value;
    const pending = this.#pending.value;
    const whose = { you: this.#you, kinds: this.#kinds };
    if (pending.length === 0) return { items: confirmed, aside: left, ...whose };
    const items = new Map(confirmed);
    const aside = new Map(left);
    for (const operation of pending) {
      const changes = guess(operation, { items, aside, ...whose });
      keepAside({ changes }, items, aside);
      lay(items, changes);
    }
    return { items, aside, ...whose };
  }
}

function keepAside({ changes }: Pick<Seen, "changes">, items: Items, aside: Map<string, Item>): void {
  for (const one of changes) {
    const item = "gone" in one ? items.get(one.id) : undefined;
    if (item) aside.set(one.id, item);
  }
}

/** The state that these events lead to, from nothing: what a test, or a replay, compares with. */
export function fold(events: readonly LogEvent[]): Items {
  return events.reduce<Items>((items, event) => change(items, event.changes ?? []), new Map());
}
