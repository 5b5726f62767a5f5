/** One document as one person has it: what the wire feeds, whatever the document is about. */

import { batch, computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { Here, Person, Silence, State } from "./boot";
import type { LogEvent } from "./events";
import type { Items } from "./items";
import { Log } from "./log";
import type { Confirmed } from "./log";
import type { KeptOperation, Operation, Refused } from "./operations";
import { isOtherPast, OTHER_PAST } from "./past";

/** How the wire is: `turned away` means that trying again will not help. */
export type Line = "connecting" | "open" | "closed" | "turned away";

/** Why this seat has ended: the server's code and its sentence, if it said one. */
export interface TurnedAway {
  readonly code: string;
  readonly message: string;
}

/** Which pending operations would survive this page: those on the device, and those that it could not take. */
export interface Keeping {
  readonly kept: ReadonlySet<string>;
  readonly loose: ReadonlySet<string>;
  /** The device takes what it is given, as far as is known. */
  readonly isAble: boolean;
}

/** A document's side of the wire. */
export interface Feed {
  readonly confirmed: ReadonlySignal<Confirmed>;
  readonly pending: ReadonlySignal<readonly Operation[]>;
  /** What of it may go: all but what is just being written to the device, and what came after that. */
  readonly sendable: ReadonlySignal<readonly Operation[]>;
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
  /** Whether the server has room to store anything. */
  setRoom(hasRoom: boolean): void;
}

export class Copy implements Feed {
  protected readonly log: Log;
  readonly #line = signal<Line>("connecting");
  readonly #turnedAway = signal<TurnedAway | null>(null);
  readonly #hasRoom = signal(true);
  readonly #people = signal<ReadonlyMap<string, Person>>(new Map());
  readonly #here = signal<ReadonlyMap<string, Here>>(new Map());
  readonly #silence = signal<Silence>({ notes: 0, people: 0 });
  readonly #refusals = signal<readonly Refused[]>([]);
  /** Null: nobody keeps anything, as on a floor. */
  readonly #keeping = signal<Keeping | null>(null);
  /** The epochs of what was wished before this page. */
  readonly #epochs = new Map<string, string | null>();

  readonly items: ReadonlySignal<Items>;
  readonly confirmed: ReadonlySignal<Confirmed>;
  readonly pending: ReadonlySignal<readonly Operation[]>;
  readonly sendable = computed(() => settled(this.pending.value, this.#keeping.value));
  readonly keeping: ReadonlySignal<Keeping | null> = this.#keeping;
  readonly ready: ReadonlySignal<boolean>;
  readonly line: ReadonlySignal<Line> = this.#line;
  readonly turnedAway: ReadonlySignal<TurnedAway | null> = this.#turnedAway;
  readonly hasRoom: ReadonlySignal<boolean> = this.#hasRoom;
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

  /** Take up what an earlier page or another tab has left: what waits, and what was refused and not put away. */
  takeUp(kept: readonly KeptOperation[]): void {
    batch(() => {
      const { epoch } = this.confirmed.peek();
      for (const one of kept) {
        if (one.refused) this.#tell([{ op: one.operation.id, ...one.refused, operation: one.operation }]);
        else this.#epochs.set(one.operation.id, one.epoch);
      }
      this.log.hope(kept.filter(({ refused }) => !refused).map(({ operation }) => operation));
      this.#offer(epoch, epoch);
    });
  }

  /** How far the device has got with what is pending. */
  shelved(keeping: Keeping): void {
    this.#keeping.value = keeping;
  }

  /** Put a refusal away; returns what was refused. */
  dismiss(op: string): Operation | null {
    const found = this.#refusals.peek().find((refused) => refused.op === op);
    this.#refusals.value = this.#refusals.peek().filter((refused) => refused.op !== op);
    return found?.operation ?? null;
  }

  /** This one holds in the log as it is now, with the id that it has. */
  protected hopeAgain(operation: Operation): void {
    this.#epochs.delete(operation.id);
    this.log.hope([operation]);
  }

  receive(events: readonly LogEvent[]): boolean {
    const before = this.#refusals.peek();
    const done = new Set(before.length === 0 ? [] : events.map(({ op }) => op));
    // Another tab may have sent the same once more, when it was not refused any longer.
    if (before.some(({ op }) => done.has(op))) this.#refusals.value = before.filter(({ op }) => !done.has(op));
    return this.log.receive(events);
  }

  load(state: State): void {
    batch(() => {
      const { epoch } = this.confirmed.peek();
      this.log.load(state);
      this.#offer(epoch, state.epoch);
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
      this.#tell(told.map(({ op, code, message }) => ({ op, code, message, operation: wishes.get(op) ?? null })));
    });
  }

  /** What was wished in another past does not wait any more: whoever wished it says whether it still holds. */
  #offer(before: string | null, now: string | null): void {
    const isOther = ({ id }: Operation) => isOtherPast(this.#epochs.has(id) ? this.#epochs.get(id) : before, now);
    const others = this.pending.peek().filter(isOther);
    if (others.length === 0) return;
    this.log.drop(new Set(others.map(({ id }) => id)));
    this.#tell(others.map((operation) => ({ op: operation.id, code: OTHER_PAST, message: "", operation })));
  }

  #tell(refused: readonly Refused[]): void {
    this.#refusals.value = [...this.#refusals.peek(), ...refused];
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
      if (line !== "open") this.#hasRoom.value = true; // nobody knows
    });
  }

  setRoom(hasRoom: boolean): void {
    this.#hasRoom.value = hasRoom;
  }
}

/** Up to the first whose keeping is not decided, so that none overtakes another. */
function settled(pending: readonly Operation[], keeping: Keeping | null): readonly Operation[] {
  if (keeping === null) return pending;
  const open = pending.findIndex(({ id }) => !keeping.kept.has(id) && !keeping.loose.has(id));
  return open < 0 ? pending : pending.slice(0, open);
}
