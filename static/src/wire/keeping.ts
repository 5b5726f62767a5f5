/**
 * Keeps on this device what is not sent yet: written before it is sent, gone when its event has come.
 *
 * What was refused stays until its author has put it away. Two tabs of one person may keep and send the same: the ids
 * make that harmless, and each shows it once.
 */

import { effect, untracked } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { Feed, Keeping, TurnedAway } from "../board/copy";
import type { KeptOperation, Operation, Refused } from "../board/operations";
import type { Bell, Rung } from "./bell";
import type { Shelf } from "./shelf";

/** A device that has not written for so long is not waited for: what was wished goes, and the mark says that it is not kept. */
export const SHELF_PATIENCE_MS = 1_000;
const AGAIN_AFTER_MS = 10_000;

/** The codes of a seat that ended with the person's being here: nothing of theirs stays behind. */
const ENDED = new Set(["not.signed_in", "not.there"]);

export interface Keepable extends Pick<Feed, "confirmed" | "pending"> {
  readonly refusals: ReadonlySignal<readonly Refused[]>;
  readonly away: ReadonlySignal<boolean>;
  readonly turnedAway: ReadonlySignal<TurnedAway | null>;
  takeUp(kept: readonly KeptOperation[]): void;
  shelved(keeping: Keeping): void;
  dismiss(op: string): void;
}

type Shelved = Pick<Shelf, "read" | "change">;

export class Keeper {
  readonly #store: Keepable;
  readonly #shelf: Shelved;
  readonly #document: string;
  readonly #bell: Bell | null;
  readonly #stops: readonly (() => void)[];
  /** What is on the shelf, as far as this page knows. */
  readonly #on = new Map<string, KeptOperation>();
  /** Whatever this page has had, also what is done: it is not taken up again. */
  readonly #had = new Set<string>();
  #wished: ReadonlyMap<string, KeptOperation> = new Map();
  #loose: ReadonlySet<string> = new Set();
  #last = 0;
  #isWorking = false;
  #isStuck = false;
  #isOver = false;
  #again: ReturnType<typeof setTimeout> | undefined;
  /** What earlier pages left has been taken up. */
  readonly begun: Promise<void>;

  constructor(store: Keepable, shelf: Shelved, document: string, bell: Bell | null = null) {
    this.#store = store;
    this.#shelf = shelf;
    this.#document = document;
    this.#bell = bell;
    bell?.addEventListener("message", ({ data }: MessageEvent<Rung>) => this.#heard(data));
    store.shelved({ kept: new Set(), loose: new Set(), isAble: true });
    this.begun = this.#takeUp();
    this.#stops = [
      effect(() => {
        const now = [store.pending.value, store.refusals.value, store.turnedAway.value] as const;
        untracked(() => this.#follow(...now));
      }),
      this.#takeUpOnTurns(),
    ];
  }

  /** For good, and what is on the shelf stays there. */
  stop(): void {
    this.#isOver = true;
    for (const stop of this.#stops) stop();
    clearTimeout(this.#again);
    this.#bell?.close();
  }

  /** While there is no line the shelf tells what other tabs did; when it is back, what one that ended has left is ours to send. */
  #takeUpOnTurns(): () => void {
    let wasAway = false;
    return effect(() => {
      const isAway = this.#store.away.value;
      if (wasAway !== isAway) untracked(() => void this.#takeUp());
      wasAway = isAway;
    });
  }

  /** Never fails: a device that keeps nothing has nothing. */
  async #takeUp(): Promise<void> {
    const all = await this.#shelf.read().catch(() => null);
    if (all === null) return this.#stick();
    const kept = all.filter(({ operation }) => !this.#had.has(operation.id));
    if (kept.length === 0 || this.#isOver) return;
    for (const one of kept) this.#on.set(one.operation.id, one);
    this.#store.takeUp(kept);
    this.#tell();
  }

  #follow(pending: readonly Operation[], refusals: readonly Refused[], turnedAway: TurnedAway | null): void {
    if (turnedAway && ENDED.has(turnedAway.code)) this.#leave();
    if (this.#isOver) return;
    const waiting = pending.map((operation) => this.#waiting(operation));
    const refused = refusals.flatMap((one) => (one.operation ? [this.#refused(one, one.operation)] : []));
    this.#wished = new Map([...waiting, ...refused].map((one) => [one.operation.id, one]));
    for (const op of this.#wished.keys()) this.#had.add(op);
    if (this.#isStuck) this.#tell();
    void this.#work();
  }

  #waiting(operation: Operation): KeptOperation {
    const known = this.#known(operation.id);
    if (known && !known.refused) return known;
    return { at: known?.at ?? this.#next(), epoch: this.#store.confirmed.peek().epoch, operation };
  }

  #refused({ op, code, message }: Refused, operation: Operation): KeptOperation {
    const known = this.#known(op);
    if (known?.refused) return known;
    const epoch = known?.epoch ?? this.#store.confirmed.peek().epoch;
    return { at: known?.at ?? this.#next(), epoch, operation, refused: { code, message } };
  }

  #known(op: string): KeptOperation | undefined {
    return this.#wished.get(op) ?? this.#on.get(op);
  }

  #next(): number {
    this.#last = Math.max(this.#last + 1, Date.now());
    return this.#last;
  }

  /** Bring the shelf to what is wished, one transaction after the other, so that what is gone cannot come back. */
  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    clearTimeout(this.#again);
    for (let isDone = true; isDone && !this.#isOver;) {
      const put = [...this.#wished].flatMap(([op, one]) => (this.#on.get(op) === one ? [] : [one]));
      const drop = [...this.#on].flatMap(([op, one]) => (this.#wished.has(op) ? [] : [one]));
      if (put.length + drop.length === 0) break;
      isDone = await this.#write(put, drop);
    }
    this.#isWorking = false;
  }

  async #write(put: readonly KeptOperation[], drop: readonly KeptOperation[]): Promise<boolean> {
    const patience = setTimeout(() => this.#stick(), SHELF_PATIENCE_MS);
    const isDone = await this.#shelf.change(put, drop).then(
      () => true,
      () => false,
    );
    clearTimeout(patience);
    if (!isDone) {
      this.#stick();
      this.#again = setTimeout(() => void this.#work(), AGAIN_AFTER_MS);
      return false;
    }
    this.#isStuck = false;
    for (const one of put) this.#on.set(one.operation.id, one);
    for (const one of drop) this.#on.delete(one.operation.id);
    this.#tell();
    const rung: Rung = { changed: this.#document };
    if (!this.#isOver) this.#bell?.postMessage(rung);
    return true;
  }

  /** The device does not take it, or not in time. */
  #stick(): void {
    this.#isStuck = true;
    this.#tell();
  }

  #tell(): void {
    const missing = [...this.#wished.keys()].filter((op) => !this.#on.has(op));
    this.#loose = new Set(this.#isStuck ? missing : missing.filter((op) => this.#loose.has(op)));
    this.#store.shelved({ kept: new Set(this.#on.keys()), loose: this.#loose, isAble: !this.#isStuck });
  }

  #heard(rung: Rung): void {
    if ("left" in rung) this.#leave();
    else if (rung.changed === this.#document) void this.#look();
  }

  /** What another tab has put away is put away here; while no line tells of its acts, the shelf does. */
  async #look(): Promise<void> {
    const kept = await this.#shelf.read().catch(() => null);
    if (kept === null) return;
    const there = new Set(kept.map(({ operation }) => operation.id));
    for (const { op } of this.#store.refusals.peek()) {
      if (this.#on.has(op) && !there.has(op)) this.#store.dismiss(op);
    }
    if (this.#store.away.peek()) await this.#takeUp();
  }

  /** Whoever is not here any more leaves nothing behind, from other tabs neither. */
  #leave(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#loose = new Set();
    const everything = this.#shelf.read().then((kept) => this.#shelf.change([], kept));
    void everything.catch(() => undefined); // what cannot be read was not kept either
  }
}
