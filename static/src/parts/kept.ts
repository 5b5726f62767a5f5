/**
 * What this browser keeps for one person on one board while they are away: for a day, then it is thrown away unread.
 *
 * It outlives the tab, since a phone may end it at any moment. Nothing here is sent but what its writer wrote.
 */

const PREFIX = "facilitator/kept/";
const FOR_MS = 24 * 3_600_000;

interface Entry {
  readonly at: number;
  readonly what: unknown;
}

export interface Kept<T> {
  /** Null: nothing, or too old. */
  read(): T | null;
  /** When it was written; 0 if it was not. */
  at(): number;
  write(what: T): void;
  drop(): void;
}

export function kept<T>(document: string, person: string, name: string): Kept<T> {
  const key = `${PREFIX}${document}/${person}/${name}`;
  return {
    read: () => (entryAt(key)?.what as T | undefined) ?? null,
    at: () => entryAt(key)?.at ?? 0,
    write: (what) => {
      try {
        localStorage.setItem(key, JSON.stringify({ at: Date.now(), what }));
      } catch {
        // storage is off or full: it lasts as long as the page
      }
    },
    drop: () => {
      try {
        localStorage.removeItem(key);
      } catch {
        // nothing was kept either
      }
    },
  };
}

/** Throw away what is too old, whoever it belonged to. */
export function sweep(): void {
  dropWhere((key) => entryAt(key) === null);
}

/** Throw away all that is kept for this person. */
export function forgetKept(person: string): void {
  dropWhere((key) => key.slice(PREFIX.length).split("/").at(-2) === person);
}

function dropWhere(is: (key: string) => boolean): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? "");
    for (const key of keys) if (key.startsWith(PREFIX) && is(key)) localStorage.removeItem(key);
  } catch {
    // storage is off
  }
}

function entryAt(key: string): Entry | null {
  try {
    const entry = JSON.parse(localStorage.getItem(key) ?? "null") as Entry | null;
    const age = Date.now() - (entry?.at ?? 0);
    return entry && age >= 0 && age < FOR_MS ? entry : null;
  } catch {
    return null; // storage is off, or holds something else
  }
}
