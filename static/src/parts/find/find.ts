/** Finding notes on the board: what is sought, which notes say it, and at which of them one is. */

import { computed, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";

import { fold } from "../../board/fold";
import type { Note } from "../../board/items";
import type { Arrangement } from "../../board/place";

export interface Find {
  /** What is sought; null while nobody searches. */
  readonly text: Signal<string | null>;
  /** Its words, folded. */
  readonly words: ReadonlySignal<readonly string[]>;
  /** The notes that say all its words, in reading order. */
  readonly found: ReadonlySignal<readonly string[]>;
  /** Their place in that order, from 1. */
  readonly numbers: ReadonlySignal<ReadonlyMap<string, number>>;
  /** The one that one has gone to. */
  readonly at: Signal<string | null>;
  /** To the next (1) or the one before (-1), and round again; from where one is, or else from the first. */
  go(step: 1 | -1): void;
  end(): void;
}

export function createFind(arrangement: ReadonlySignal<Arrangement>): Find {
  const text = signal<string | null>(null);
  const at = signal<string | null>(null);
  const sought = computed(() =>
    fold(text.value ?? "")
      .split(" ")
      .filter((word) => word !== ""),
  );
  const found = computed(() => {
    const words = sought.value;
    if (words.length === 0) return [];
    const notes = arrangement.value.areas.flatMap((area) => area.notes);
    return notes.filter((note) => words.every((word) => folded(note).includes(word))).map(({ id }) => id);
  });
  return {
    text,
    words: sought,
    at,
    found,
    numbers: computed(() => new Map(found.value.map((id, i) => [id, i + 1]))),
    go: (step) => {
      const list = found.peek();
      const now = list.indexOf(at.peek() ?? "");
      const next = now === -1 ? (step > 0 ? 0 : list.length - 1) : (now + step + list.length) % list.length;
      at.value = list[next] ?? null;
    },
    end: () => {
      text.value = null;
      at.value = null;
    },
  };
}

const known = new WeakMap<Note, string>();

/** A note is a new object whenever it has changed, so what it says is folded once. */
function folded(note: Note): string {
  const before = known.get(note);
  if (before !== undefined) return before;
  const now = fold(note.text);
  known.set(note, now);
  return now;
}
