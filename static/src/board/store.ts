/** One board as one person has it: the views read it, the wire feeds it, and neither knows the other. */

import { batch, computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { Boot, Here, Person, Silence, State } from "./boot";
import type { LogEvent } from "./events";
import type { Sight } from "./guess";
import { uuid } from "./id";
import { boardOf } from "./items";
import type { Items, Mode } from "./items";
import { Log } from "./log";
import type { Confirmed } from "./log";
import type { Operation, Refused, Wish } from "./operations";
import { ActStack, inverse, wishesOf } from "./undo";
import type { Act } from "./undo";

/** How the wire is: `turned away` means that trying again will not help. */
export type Line = "connecting" | "open" | "closed" | "turned away";

/** Whether what was written is safe; `kept` is how many operations are only here. */
export interface Mark {
  readonly state: "saved" | "saving" | "offline";
  readonly kept: number;
}

/** How an act is spoken of: `undo` names it, acts with the same `join` are undone as one. */
export interface ActWords {
  readonly undo: string;
  readonly join?: string;
}

/** Why this seat has ended: the server's code and its sentence, if it said one. */
export interface TurnedAway {
  readonly code: string;
  readonly message: string;
}

export interface Store {
  readonly boot: Boot;

  /** What the person sees: confirmed, with their own pending acts laid over it, nothing dangling. */
  readonly items: ReadonlySignal<Items>;
  readonly confirmed: ReadonlySignal<Confirmed>;
  readonly pending: ReadonlySignal<readonly Operation[]>;
  /** Ids of the items that a pending operation speaks of. */
  readonly waiting: ReadonlySignal<ReadonlySet<string>>;
  /** False until the first state has come. */
  readonly ready: ReadonlySignal<boolean>;
  readonly mode: ReadonlySignal<Mode>;
  readonly mark: ReadonlySignal<Mark>;
  readonly line: ReadonlySignal<Line>;
  readonly turnedAway: ReadonlySignal<TurnedAway | null>;
  readonly people: ReadonlySignal<ReadonlyMap<string, Person>>;
  /** Who is here now, and where; names are in `people`. */
  readonly here: ReadonlySignal<ReadonlyMap<string, Here>>;
  readonly silence: ReadonlySignal<Silence>;
  /** What was refused and not yet put away, oldest first. */
  readonly refusals: ReadonlySignal<readonly Refused[]>;
  /** What `undo` and `redo` would take back or do again; null if nothing. */
  readonly canUndo: ReadonlySignal<string | null>;
  readonly canRedo: ReadonlySignal<string | null>;

  act(wishes: Wish | readonly Wish[], words?: ActWords): void;
  undo(): void;
  redo(): void;
  /** Put a refusal away. */
  dismiss(op: string): void;
  /** Try what was refused once more, as a new operation. */
  again(op: string): void;

  // From the wire.
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
  setLine(line: Line, why?: TurnedAway): void;
}

export function createStore(boot: Boot): Store {
  return new BoardStore(boot);
}

class BoardStore implements Store {
  readonly boot: Boot;
  readonly #log: Log;
  readonly #done = new ActStack();
  readonly #undone = new ActStack();
  readonly #line = signal<Line>("connecting");
  readonly #turnedAway = signal<TurnedAway | null>(null);
  readonly #people = signal<ReadonlyMap<string, Person>>(new Map());
  readonly #here = signal<ReadonlyMap<string, Here>>(new Map());
  readonly #silence = signal<Silence>({ notes: 0, people: 0 });
  readonly #refusals = signal<readonly Refused[]>([]);

  readonly items: ReadonlySignal<Items>;
  readonly confirmed: ReadonlySignal<Confirmed>;
  readonly pending: ReadonlySignal<readonly Operation[]>;
  readonly waiting = computed(() => new Set(this.pending.value.flatMap(spokenOf)));
  readonly ready = computed(() => this.confirmed.value.epoch !== null);
  readonly mode = computed<Mode>(() => boardOf(this.items.value)?.mode ?? "look");
  readonly mark = computed(() => markOf(this.#line.value, this.pending.value.length));
  readonly line = this.#line;
  readonly turnedAway = this.#turnedAway;
  readonly people = this.#people;
  readonly here = this.#here;
  readonly silence = this.#silence;
  readonly refusals = this.#refusals;
  readonly canUndo = this.#done.top;
  readonly canRedo = this.#undone.top;

  constructor(boot: Boot) {
    this.boot = boot;
    this.#log = new Log(
      boot.you,
      boot.method.kinds.map(({ key }) => key),
    );
    this.items = this.#log.items;
    this.confirmed = this.#log.confirmed;
    this.pending = this.#log.pending;
  }

  readonly act = (wishes: Wish | readonly Wish[], words?: ActWords): void => {
    const list = Array.isArray(wishes) ? (wishes as readonly Wish[]) : [wishes as Wish];
    const first = list[0];
    if (first === undefined) return;
    batch(() => {
      const act = this.#perform(list, words?.undo ?? first.type, words?.join);
      if (act === null) return;
      this.#done.push(act);
      this.#undone.clear();
    });
  };

  readonly undo = (): void => this.#take(this.#done, this.#undone);

  readonly redo = (): void => this.#take(this.#undone, this.#done);

  readonly dismiss = (op: string): void => {
    this.#refusals.value = this.#refusals.peek().filter((refused) => refused.op !== op);
  };

  readonly again = (op: string): void => {
    const operation = this.#refusals.peek().find((refused) => refused.op === op)?.operation;
    if (!operation) return;
    const { id: _id, ...wish } = operation;
    batch(() => {
      this.dismiss(op);
      this.act(wish);
    });
  };

  readonly receive = (events: readonly LogEvent[]): boolean => this.#log.receive(events);

  readonly load = (state: State): void => {
    batch(() => {
      const { epoch } = this.confirmed.peek();
      if (epoch !== null && epoch !== state.epoch) this.#forgetActs();
      this.#log.load(state);
      this.#people.value = new Map(state.people.map((person) => [person.id, person]));
      this.#silence.value = state.private;
    });
  };

  readonly refuse = (refused: readonly Omit<Refused, "operation">[]): void => {
    batch(() => {
      const answers = new Map(refused.map((one) => [one.op, one]));
      const dropped = this.#log.drop(new Set(answers.keys()));
      const wishes = new Map(dropped.map((operation) => [operation.id, operation]));
      for (const op of answers.keys()) {
        this.#done.forget(op);
        this.#undone.forget(op);
      }
      // An answer to what is not waiting any more is an echo of one that was told before.
      const told = [...answers.values()].filter(({ op }) => wishes.has(op));
      if (told.length === 0) return;
      const entries = told.map(({ op, code, message }) => ({ op, code, message, operation: wishes.get(op) ?? null }));
      this.#refusals.value = [...this.#refusals.peek(), ...entries];
    });
  };

  readonly presence = (here: Readonly<Record<string, Here | null>>): void => {
    const after = new Map(this.#here.peek());
    for (const [id, where] of Object.entries(here)) {
      if (where === null) after.delete(id);
      else after.set(id, where);
    }
    this.#here.value = after;
  };

  readonly gathered = (here: Readonly<Record<string, Here | null>>): void => {
    batch(() => {
      this.#here.value = new Map();
      this.presence(here);
    });
  };

  readonly meet = (people: readonly Person[]): void => {
    this.#people.value = new Map([...this.#people.peek(), ...people.map((person) => [person.id, person] as const)]);
  };

  readonly hush = (silence: Silence): void => {
    const { notes, people } = this.#silence.peek();
    if (notes !== silence.notes || people !== silence.people) this.#silence.value = silence;
  };

  readonly setLine = (line: Line, why?: TurnedAway): void => {
    batch(() => {
      this.#line.value = line;
      this.#turnedAway.value = line === "turned away" ? (why ?? { code: "turned.away", message: "" }) : null;
    });
  };

  /** Do these now; what takes each back is seen from just before it. Null: nothing could take them back. */
  #perform(wishes: readonly Wish[], words: string, join?: string): Act | null {
    const back = [];
    for (const wish of wishes) {
      const operation = { ...wish, id: uuid() } as Operation;
      const sight: Sight = this.#log.sight.peek();
      back.push({ op: operation.id, wishes: inverse(wish, sight) });
      this.#log.hope([operation]);
    }
    const kept = back.filter((one) => one.wishes.length > 0);
    return kept.length > 0 ? { words, join, back: kept } : null;
  }

  #take(from: ActStack, to: ActStack): void {
    batch(() => {
      const act = from.pop();
      const opposite = act && this.#perform(wishesOf(act), act.words);
      if (opposite) to.push(opposite);
    });
  }

  #forgetActs(): void {
    this.#done.clear();
    this.#undone.clear();
  }
}

function markOf(line: Line, kept: number): Mark {
  if (line === "closed" || line === "turned away") return { state: "offline", kept };
  return { state: kept > 0 ? "saving" : "saved", kept };
}

const NOUNS = ["note", "link", "cluster", "zone", "ballot", "vote"] as const;

function spokenOf(operation: Operation): readonly string[] {
  const named: Partial<Record<string, unknown>> = { ...operation };
  const item = NOUNS.find((noun) => operation.type.startsWith(`${noun}.`));
  const id = item && named[item];
  return typeof id === "string" ? [id] : [];
}
