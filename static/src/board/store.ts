/** One board as one person has it: the views read it, the wire feeds it, and neither knows the other. */

import { batch, computed } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { Boot, Here, Person, Silence, State } from "./boot";
import { Copy } from "./copy";
import type { Feed, Keeping, Line, TurnedAway } from "./copy";
import type { Sight } from "./guess";
import { uuid } from "./id";
import { boardOf } from "./items";
import type { Items, Mode, Note } from "./items";
import { lateIn, withoutLate } from "./late";
import type { KeptOperation, Operation, Refused, Wish } from "./operations";
import { OTHER_PAST } from "./past";
import { ActStack, inverse, wishesOf } from "./undo";
import type { Act } from "./undo";

export type { Line, TurnedAway } from "./copy";

/** Whether what was written is safe. */
export interface Mark {
  readonly state: "saved" | "saving" | "offline";
  /** How many operations are only on this device, and would outlive this page. */
  readonly kept: number;
  /** How many are on this page alone, because the device does not take them. */
  readonly loose: number;
}

/** How an act is spoken of: `undo` names it, acts with the same `join` are undone as one. */
export interface ActWords {
  readonly undo: string;
  readonly join?: string;
}

export interface Store extends Feed {
  readonly boot: Boot;

  /** What the person sees: confirmed, with their own pending acts laid over it, nothing dangling. */
  readonly items: ReadonlySignal<Items>;
  /** What arrived after the end and waits: one's own, or for those who lead everybody's. */
  readonly late: ReadonlySignal<readonly Note[]>;
  /** Ids of the items that a pending operation speaks of. */
  readonly waiting: ReadonlySignal<ReadonlySet<string>>;
  readonly mode: ReadonlySignal<Mode>;
  readonly mark: ReadonlySignal<Mark>;
  readonly line: ReadonlySignal<Line>;
  readonly keeping: ReadonlySignal<Keeping | null>;
  /** The line is down. */
  readonly away: ReadonlySignal<boolean>;
  readonly turnedAway: ReadonlySignal<TurnedAway | null>;
  /** The server has room to store what is done here, as far as it has said. */
  readonly hasRoom: ReadonlySignal<boolean>;
  readonly people: ReadonlySignal<ReadonlyMap<string, Person>>;
  /** Who is here now, and where; names are in `people`. */
  readonly here: ReadonlySignal<ReadonlyMap<string, Here>>;
  readonly silence: ReadonlySignal<Silence>;
  /** What was refused and not yet put away, oldest first. */
  readonly refusals: ReadonlySignal<readonly Refused[]>;
  /** What `undo` and `redo` would take back or do again; null if nothing. */
  readonly canUndo: ReadonlySignal<string | null>;
  readonly canRedo: ReadonlySignal<string | null>;

  /** The last act that `undo` would take back; another object after each act. */
  readonly latest: ReadonlySignal<Act | null>;

  act(wishes: Wish | readonly Wish[], words?: ActWords): void;
  takeUp(kept: readonly KeptOperation[]): void;
  shelved(keeping: Keeping): void;
  undo(): void;
  redo(): void;
  /** Put a refusal away. */
  dismiss(op: string): void;
  /** Try what was refused once more, as a new operation; what was only offered again goes as it was. */
  again(op: string): void;
}

export function createStore(boot: Boot): Store {
  return new BoardStore(boot);
}

class BoardStore extends Copy implements Store {
  readonly boot: Boot;
  readonly #done = new ActStack();
  readonly #undone = new ActStack();

  override readonly items = computed(() => withoutLate(this.log.items.value));
  readonly late = computed(() => lateIn(this.log.items.value));
  readonly waiting = computed(() => new Set(this.pending.value.flatMap(spokenOf)));
  readonly mode = computed<Mode>(() => boardOf(this.items.value)?.mode ?? "look");
  readonly away = computed(() => this.line.value === "closed" || this.line.value === "turned away");
  readonly mark = computed(() => markOf(this.away.value, this.pending.value, this.keeping.value));
  readonly canUndo = this.#done.top;
  readonly canRedo = this.#undone.top;
  readonly latest = this.#done.last;

  constructor(boot: Boot) {
    super(
      boot.you,
      boot.method.kinds.map(({ key }) => key),
    );
    this.boot = boot;
  }

  act(wishes: Wish | readonly Wish[], words?: ActWords): void {
    const list = Array.isArray(wishes) ? (wishes as readonly Wish[]) : [wishes as Wish];
    const first = list[0];
    if (first === undefined) return;
    batch(() => {
      const act = this.#perform(list, words?.undo ?? first.type, words?.join);
      if (act === null) return;
      this.#done.push(act);
      this.#undone.clear();
    });
  }

  readonly undo = (): void => this.#take(this.#done, this.#undone);

  readonly redo = (): void => this.#take(this.#undone, this.#done);

  again(op: string): void {
    batch(() => {
      const code = this.refusals.peek().find((refused) => refused.op === op)?.code;
      const operation = this.dismiss(op);
      if (!operation) return;
      if (code === OTHER_PAST) return this.hopeAgain(operation);
      const { id: _id, ...wish } = operation;
      this.act(wish as Wish);
    });
  }

  override load(state: State): void {
    batch(() => {
      const { epoch } = this.confirmed.peek();
      if (epoch !== null && epoch !== state.epoch) this.#forgetActs();
      super.load(state);
    });
  }

  override refuse(refused: readonly Omit<Refused, "operation">[]): void {
    batch(() => {
      for (const { op } of refused) {
        this.#done.forget(op);
        this.#undone.forget(op);
      }
      super.refuse(refused);
    });
  }

  /** Do these now; what takes each back is seen from just before it. Null: nothing could take them back. */
  #perform(wishes: readonly Wish[], words: string, join?: string): Act | null {
    const back = [];
    for (const wish of wishes) {
      const operation = { ...wish, id: uuid() } as Operation;
      const sight: Sight = this.log.sight.peek();
      back.push({ op: operation.id, wishes: inverse(wish, sight) });
      this.log.hope([operation]);
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

function markOf(isAway: boolean, pending: readonly Operation[], keeping: Keeping | null): Mark {
  const kept = pending.filter(({ id }) => keeping?.kept.has(id)).length;
  const loose = keeping === null ? pending.length : pending.filter(({ id }) => keeping.loose.has(id)).length;
  const isWriting = kept + loose < pending.length;
  if (isAway && !isWriting) return { state: "offline", kept, loose };
  return { state: pending.length > 0 ? "saving" : "saved", kept, loose };
}

const NOUNS = ["note", "link", "cluster", "zone", "ballot", "vote"] as const;

function spokenOf(operation: Operation): readonly string[] {
  const named: Partial<Record<string, unknown>> = { ...operation };
  const item = NOUNS.find((noun) => operation.type.startsWith(`${noun}.`));
  const id = item && named[item];
  return typeof id === "string" ? [id] : [];
}
