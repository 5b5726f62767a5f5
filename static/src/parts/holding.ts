/** Whether what others do waits just now, and how it is let in: always in the List, on the map by one's own wish. */

import { computed, effect, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";

import { hold, notesOf, takeIn, takeInZones, unheld } from "../board/hold";
import type { Held, Kept } from "../board/hold";
import type { Mode } from "../board/items";
import type { Store } from "../board/store";
import type { View } from "./desk";
import { remembered } from "./remembered";

export interface Holding {
  readonly held: ReadonlySignal<Held>;
  /** Where notes went that are no longer where they are shown; the same object as long as it holds the same. */
  readonly left: ReadonlySignal<Held["left"]>;
  /** How many changes wait in all. */
  readonly count: ReadonlySignal<number>;
  /** *Hold others' changes*, on the map and their wording too. */
  readonly everything: Signal<boolean>;
  /** Show what waits in these zones, or everywhere. */
  show(zones?: readonly string[]): void;
  /** The reader has gone on from where this note was. */
  letGo(note: string): void;
}

export function createHolding(store: Store, view: ReadonlySignal<View>): Holding {
  const everything = remembered("hold", false);
  const kept = signal<Kept | null>(null);
  const held = computed(() => {
    const items = store.items.value;
    return kept.value === null ? unheld(items) : hold(kept.value, items, everything.value);
  });
  keepUp(store, kept, () => store.ready.value && (everything.value || view.value === "list"));
  return {
    held,
    left: steadyLeft(held),
    count: computed(() => countOf(held.value)),
    everything,
    show: (zones) => {
      const items = store.items.peek();
      if (kept.peek() === null) return;
      kept.value = zones ? takeInZones(kept.peek() ?? new Map(), items, new Set(zones)) : notesOf(items);
    },
    letGo: (note) => {
      if (kept.peek()?.has(note) !== true || !held.peek().left.has(note)) return;
      const next = new Map(kept.peek());
      next.delete(note);
      kept.value = next;
    },
  };
}

/** What one does oneself is never held, nor what the room does: showing what was written in silence shows it to all. */
function keepUp(store: Store, kept: Signal<Kept | null>, isOn: () => boolean): void {
  let own: ReadonlySet<string> = new Set();
  let mode: Mode | null = null;
  let epoch: string | null = null;
  effect(() => {
    const items = store.items.value;
    const waiting = store.waiting.value;
    const before = { own, mode, epoch };
    own = waiting;
    mode = store.mode.value;
    epoch = store.confirmed.value.epoch;
    const now = kept.peek();
    if (!isOn()) kept.value = null;
    else if (now === null || epoch !== before.epoch || (before.mode === "silent" && mode !== "silent")) {
      kept.value = notesOf(items);
    } else {
      const mine = new Set([...before.own, ...waiting]);
      const isAll = [...mine].some((id) => id.startsWith("zone:"));
      const isMine = (id: string) =>
        isAll || mine.has(id) || (!now.has(id) && items.get(id)?.author === store.boot.you);
      kept.value = takeIn(now, items, isMine);
    }
  });
}

function steadyLeft(held: ReadonlySignal<Held>): ReadonlySignal<Held["left"]> {
  let last: Held["left"] = new Map();
  return computed(() => {
    const { left } = held.value;
    const isSame = left.size === last.size && [...left].every(([id, zone]) => last.get(id) === zone && last.has(id));
    if (!isSame) last = left;
    return last;
  });
}

function countOf({ waiting, left }: Held): number {
  const removed = [...left.values()].filter((zone) => zone === null).length;
  return [...waiting.values()].reduce((sum, { notes, changed }) => sum + notes.length + changed, removed);
}
