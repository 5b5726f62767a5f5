import { effect, signal } from "@preact/signals";
import type { Signal } from "@preact/signals";

/** A choice that this browser keeps, where it may keep anything at all. */
export function remembered<T>(name: string, otherwise: T): Signal<T> {
  const key = `facilitator/${name}`;
  const kept = signal<T>(read(key, otherwise));
  let first = true;
  effect(() => {
    const text = JSON.stringify(kept.value);
    if (!first) write(key, text);
    first = false;
  });
  return kept;
}

/** Whether somebody has chosen yet, on this browser. */
export function isRemembered(name: string): boolean {
  return read<unknown>(`facilitator/${name}`, null) !== null;
}

function read<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(key);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise; // storage is off, or holds something else
  }
}

function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // storage is off or full: the choice lasts as long as the page
  }
}
