/** A workshop's floor as one person has it: which part of the agenda is going on, the timer, and the last call. */

import { batch, computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { Boot, Seat } from "./boot";
import { Copy } from "./copy";
import type { Feed } from "./copy";
import { uuid } from "./id";
import type { Item, Items, Language, Mode, Words } from "./items";
import type { FloorOperation, FloorWish, Operation, Refused } from "./operations";
import { byOrder } from "./order";
import { told } from "./title";

export const FLOOR = "floor";

/** A part of the agenda, in the reader's language. */
export interface Part {
  readonly id: string;
  /** 1 for the first. */
  readonly number: number;
  readonly title: string;
  readonly instruction: string;
  /** Which of the two are in another language than the reader's, and in which. */
  readonly tongues: { readonly title?: Language; readonly instruction?: Language };
  readonly minutes: number | null;
  readonly mode: Exclude<Mode, "closed">;
  /** Ids of the boards that it concerns, also of those that this person may not open. */
  readonly boards: readonly string[];
  readonly focus: string | null;
  /** Parts before the current one count as done. */
  readonly stage: "done" | "current" | "coming";
}

/** `seconds`: its whole length. A running one knows when it ends by the server's clock, a paused one what is left. */
export type Timer =
  { readonly ends_at: string; readonly seconds: number } | { readonly left_ms: number; readonly seconds: number };

/** Everybody is called to a board; a later call has a greater number, also to the same place. */
export interface Summon {
  readonly number: number;
  readonly board: string;
  readonly focus?: string;
}

interface Root extends Item {
  readonly step?: string;
  readonly timer?: Timer;
  readonly summon?: Summon;
}

interface Step extends Item {
  readonly title: string | Words;
  readonly instruction?: string | Words;
  readonly minutes?: number;
  readonly mode: Part["mode"];
  readonly boards: readonly string[];
  readonly focus?: string;
  readonly order?: string;
}

export interface FloorStore extends Feed {
  /** In order. */
  readonly parts: ReadonlySignal<readonly Part[]>;
  readonly current: ReadonlySignal<Part | null>;
  /** What follows the current part; before any has begun, the first. */
  readonly next: ReadonlySignal<Part | null>;
  readonly timer: ReadonlySignal<Timer | null>;
  readonly summon: ReadonlySignal<Summon | null>;
  readonly refusals: ReadonlySignal<readonly Refused[]>;

  /** Milliseconds that are left at this moment; 0 when the time is up. */
  left(timer: Timer): number;
  act(...wishes: readonly FloorWish[]): void;
  dismiss(op: string): void;
}

/** What the wire asks for the floor with; null where the page does not tell of one. */
export function floorSeat(boot: Boot): Seat | null {
  const { token, floor, urls } = boot;
  return floor && urls.floor ? { token, document: floor, urls: { state: urls.floor } } : null;
}

export function createFloor(boot: Pick<Boot, "you" | "language">): FloorStore {
  return new Floor(boot.you, boot.language);
}

/** Samples of the server's clock that differ by no more are of the same clock, each late by its own journey. */
const SAME_CLOCK_MS = 2_000;

class Floor extends Copy implements FloorStore {
  readonly #language: Language;
  /** How far the server's clock is ahead of this one. */
  readonly #ahead = signal<number | null>(null);
  readonly #root = computed(() => this.items.value.get(FLOOR) as Root | undefined);

  readonly parts = computed(() => partsOf(this.items.value, this.#root.value?.step, this.#language));
  readonly current = computed(() => this.parts.value.find(({ stage }) => stage === "current") ?? null);
  readonly next = computed(() => this.parts.value[this.current.value?.number ?? 0] ?? null);
  readonly timer = computed(() => this.#root.value?.timer ?? null);
  readonly summon = computed(() => this.#root.value?.summon ?? null);

  constructor(you: string, language: Language) {
    super(you, []);
    this.#language = language;
  }

  /** What came late says too little; a clock that was set anew says something else altogether. */
  override clock(now: string): void {
    const ahead = Date.parse(now) - Date.now();
    const before = this.#ahead.peek();
    const isSame = before !== null && Math.abs(ahead - before) < SAME_CLOCK_MS;
    this.#ahead.value = isSame ? Math.max(ahead, before) : ahead;
  }

  left(timer: Timer): number {
    if ("left_ms" in timer) return timer.left_ms;
    return Math.max(0, Date.parse(timer.ends_at) - Date.now() - (this.#ahead.value ?? 0));
  }

  act(...wishes: readonly FloorWish[]): void {
    batch(() => this.log.hope(wishes.map((wish): Operation => ({ ...wish, id: uuid() }) as FloorOperation)));
  }
}

function partsOf(items: Items, step: string | undefined, language: Language): readonly Part[] {
  const steps = [...items.values()].filter(isStep).toSorted(byOrder);
  const now = steps.findIndex(({ id }) => id === step);
  return steps.map((one, at) => ({
    id: one.id,
    number: at + 1,
    ...wordsOf(one, language),
    minutes: one.minutes ?? null,
    mode: one.mode,
    boards: one.boards,
    focus: one.focus ?? null,
    stage: at === now ? "current" : at < now ? "done" : "coming",
  }));
}

function wordsOf(step: Step, language: Language): Pick<Part, "title" | "instruction" | "tongues"> {
  const title = told(step.title, language);
  const instruction = told(step.instruction, language);
  const tongues = {
    ...(title.language && { title: title.language }),
    ...(instruction.language && { instruction: instruction.language }),
  };
  return { title: title.text, instruction: instruction.text, tongues };
}

function isStep(item: Item): item is Step {
  return item.id.startsWith("step:");
}
