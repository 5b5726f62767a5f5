/** One document as one person has it: what the wire feeds, whatever the document is about. */

import { batch, computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { Here, Person, Silence, State } from "./boot";
import type { LogEvent } from "./events";
import type { Items } from "./items";
import { Log } from "./log";
import type { Confirmed } from "./log";
import type { Operation, Refused } from "./operations";

/** How the wire is: `turned away` means that trying again will not help. */
export type Line = "connecting" | "open" | "closed" | "turned away";

/** Why this seat has ended: the server's code and its sentence, if it said one. */
export interface TurnedAway {
  readonly code: string;
  readonly message: string;
}

/** A document's side of the wire. */
export interface Feed {
  readonly confirmed: ReadonlySignal<Confirmed>;
  readonly pending: ReadonlySignal<readonly Operation[]>;
  /** False until the first state has come. */
  readonly ready: ReadonlySignal<boolean>;

  /** True: something is missing, ask since `confirmed.seq`. */
  receive(events: readonly LogEvent[]): boolean;
  load(state: State): void;
  refuse(refused: readonly Omit<Refused, "operation">[]): void;
  /** Latest wins; null: no longer here. */
  presence(here: Readonly<Record<string, Here | null>>): void;
  /** The whole list of who is here, after a reconnect. */
  gathered(here: Readonly<Record<string, Here | null>>): void;
  meet(people: readonly Person[]): void;
  hush(silence: Silence): void;
  /** The server's clock stood at this when it spoke. */
  clock(now: string): void;
  setLine(line: Line, why?: TurnedAway): void;
}

export class Copy implements Feed {
  protected readonly log: Log;
  readonly #line = signal<Line>("connecting");
  readonly #turnedAway = signal<TurnedAway | null>(null);
  readonly #people = signal<ReadonlyMap<string, Person>>(new Map());
  readonly #here = signal<ReadonlyMap<string, Here>>(new Map());
  readonly #silence = signal<Silence>({ notes: 0, people: 0 });
  readonly #refusals = signal<readonly Refused[]>([]);

  readonly items: ReadonlySignal<Items>;
  readonly confirmed: ReadonlySignal<Confirmed>;
  readonly pending: ReadonlySignal<readonly Operation[]>;
  readonly ready: ReadonlySignal<boolean>;
  readonly line: ReadonlySignal<Line> = this.#line;
  readonly turnedAway: ReadonlySignal<TurnedAway | null> = this.#turnedAway;
  readonly people: ReadonlySignal<ReadonlyMap<string, Person>> = this.#people;
  readonly here: ReadonlySignal<ReadonlyMap<string, Here>> = this.#here;
  readonly silence: ReadonlySignal<Silence> = this.#silence;
  readonly refusals: ReadonlySignal<readonly Refused[]> = this.#refusals;

  /** `kinds`: of note, all that the document may hold. */
  constructor(you: string, kinds: readonly string[]) {
    this.log = new Log(you, kinds);
    this.items = this.log.items;
    this.confirmed = this.log.confirmed;
    this.pending = this.log.pending;
    this.ready = computed(() => this.confirmed.value.epoch !== null);
  }

  /** These are to be sent, with the ids that they have. */
  hope(operations: readonly Operation[]): void {
    this.log.hope(operations);
  }

  /** Put a refusal away; returns what was refused. */
  dismiss(op: string): Operation | null {
    const found = this.#refusals.peek().find((refused) => refused.op === op);
    this.#refusals.value = this.#refusals.peek().filter((refused) => refused.op !== op);
    return found?.operation ?? null;
  }

  receive(events: readonly LogEvent[]): boolean {
    return this.log.receive(events);
  }

  load(state: State): void {
    batch(() => {
      this.log.load(state);
      this.#people.value = new Map(state.people.map((person) => [person.id, person]));
      this.#silence.value = state.private;
      if (state.now !== undefined) this.clock(state.now);
    });
  }

  refuse(refused: readonly Omit<Refused, "operation">[]): void {
    batch(() => {
      const answers = new Map(refused.map((one) => [one.op, one]));
      const dropped = this.log.drop(new Set(answers.keys()));
      const wishes = new Map(dropped.map((operation) => [operation.id, operation]));
      // An answer to what is not waiting any more is an echo of one that was told before.
      const told = [...answers.values()].filter(({ op }) => wishes.has(op));
      if (told.length === 0) return;
      const entries = told.map(({ op, code, message }) => ({ op, code, message, operation: wishes.get(op) ?? null }));
      this.#refusals.value = [...this.#refusals.peek(), ...entries];
    });
  }

  presence(here: Readonly<Record<string, Here | null>>): void {
    const after = new Map(this.#here.peek());
    for (const [id, where] of Object.entries(here)) {
      if (where === null) after.delete(id);
      else after.set(id, where);
    }
    this.#here.value = after;
  }

  gathered(here: Readonly<Record<string, Here | null>>): void {
    batch(() => {
      this.#here.value = new Map();
      this.presence(here);
    });
  }

  meet(people: readonly Person[]): void {
    this.#people.value = new Map([...this.#people.peek(), ...people.map((person) => [person.id, person] as const)]);
  }

  hush(silence: Silence): void {
    const { notes, people } = this.#silence.peek();
    if (notes !== silence.notes || people !== silence.people) this.#silence.value = silence;
  }

  /** A board shows no time. */
  clock(_now: string): void {}

  setLine(line: Line, why?: TurnedAway): void {
    batch(() => {
      this.#line.value = line;
      this.#turnedAway.value = line === "turned away" ? (why ?? { code: "turned.away", message: "" }) : null;
    });
  }
}
