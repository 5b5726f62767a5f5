/**
 * Where this device keeps operations: IndexedDB, a record for each, so that two tabs never write over one another.
 *
 * The key says whose it is, where it belongs and when it was wished: what is another's, or too old, is never read.
 */

import { createStore, promisifyRequest } from "idb-keyval";
import type { UseStore } from "idb-keyval";

import type { KeptOperation } from "../board/operations";

export type Key = readonly [person: string, document: string, at: number, op: string];

const DATABASE = "facilitator";
const STORE = "pending";

/** Pictures that wait for the line lie in a database of their own, under keys of the same form. */
export const PICTURES = ["facilitator-pictures", "waiting"] as const;
const SHELVES: readonly (readonly [database: string, store: string])[] = [[DATABASE, STORE], PICTURES];

/** As long as a note may come late (P3.6); after that it is thrown away unread. */
export const KEPT_FOR_MS = 24 * 3_600_000;

export class Shelf {
  readonly #person: string;
  readonly #document: string;
  #use: UseStore = createStore(DATABASE, STORE);

  constructor(document: string, person: string) {
    this.#document = document;
    this.#person = person;
  }

  /** All that is kept of this person on this document, oldest first. Rejects where the browser forbids it. */
  async read(): Promise<readonly KeptOperation[]> {
    const oldest = [this.#person, this.#document, Date.now() - KEPT_FOR_MS];
    const range = IDBKeyRange.bound(oldest, [this.#person, this.#document, []]);
    return this.#in("readonly", (store) => promisifyRequest<KeptOperation[]>(store.getAll(range)));
  }

  /** All of it, or nothing. Resolves when the browser has it: not before the transaction is complete. */
  async change(put: readonly KeptOperation[], drop: readonly KeptOperation[]): Promise<void> {
    await this.#in("readwrite", (store) => {
      for (const one of put) store.put(one, this.#key(one) as unknown as IDBValidKey);
      for (const one of drop) store.delete(this.#key(one) as unknown as IDBValidKey);
      return promisifyRequest(store.transaction);
    });
  }

  #key({ at, operation }: KeptOperation): Key {
    return [this.#person, this.#document, at, operation.id];
  }

  async #in<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => PromiseLike<T>): Promise<T> {
    try {
      return await this.#use(mode, work);
    } catch (error) {
      this.#use = createStore(DATABASE, STORE); // some browsers close a database without a word
      throw error;
    }
  }
}

/** Throw away what is too old, whoever's it is, unread. */
export async function sweepShelf(): Promise<void> {
  await dropWhere(([, , at]) => at < Date.now() - KEPT_FOR_MS);
}

/** Whether anything of this person waits here, on any document. */
export async function isOnShelf(person: string): Promise<boolean> {
  const keys = await Promise.all(
    SHELVES.map((shelf) => createStore(...shelf)("readonly", (store) => promisifyRequest(store.getAllKeys()))),
  );
  return keys.flat().some((key) => (key as unknown as Key)[0] === person);
}

/** Throw away all that is kept of this person. */
export async function clearShelf(person: string): Promise<void> {
  await dropWhere(([whose]) => whose === person);
}

async function dropWhere(is: (key: Key) => boolean): Promise<void> {
  for (const shelf of SHELVES)
    await createStore(...shelf)("readwrite", async (store) => {
      const keys = await promisifyRequest(store.getAllKeys());
      for (const key of keys) if (is(key as unknown as Key)) store.delete(key);
      await promisifyRequest(store.transaction);
    });
}
