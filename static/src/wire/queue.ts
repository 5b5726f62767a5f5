/**
 * What waits to be sent: one frame at a time, until each operation has its event or its refusal.
 *
 * The socket's own buffer is not trusted: on long-polling a server that is offered too many packets drops them and answers
 * 200. So a frame is a list, the next one goes when this one is answered, and what is not answered is sent again as it
 * was; the operations' ids make that harmless.
 */

import { effect, untracked } from "@preact/signals";

import type { Feed } from "../board/copy";
import type { Operation, Refused } from "../board/operations";
import { MOST_BYTES, MOST_OPERATIONS, SLOW_DOWN } from "./protocol";

/** How long to wait for a first answer before the frame is sent again. */
export const PATIENCE_MS = 5_000;

const SHORTEST_REST_MS = 500;
const LONGEST_REST_MS = 8_000;
const ROOM_REST_MS = 2_000;

/** Room for the frame's own brackets and the event's name. */
const BYTES_FOR_OPERATIONS = MOST_BYTES - 1024;

export class Queue {
  readonly #store: Feed;
  readonly #send: (frame: readonly Operation[]) => void;
  readonly #stop: () => void;
  #flowing = false;
  /** Sent and not yet answered. */
  #frame: readonly Operation[] = [];
  #patience: ReturnType<typeof setTimeout> | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #restMs = SHORTEST_REST_MS;

  constructor(store: Feed, send: (frame: readonly Operation[]) => void) {
    this.#store = store;
    this.#send = send;
    this.#stop = effect(() => {
      const sendable = store.sendable.value;
      untracked(() => this.#answered(sendable));
    });
  }

  /** The line is up: whatever was sent before it broke is sent again, first. */
  open(): void {
    this.#flowing = true;
    this.#frame = [];
    this.#fill();
  }

  /** The line is down: everything stays. */
  close(): void {
    this.#flowing = false;
    this.#forgetTimers();
  }

  refused(refused: readonly Omit<Refused, "operation">[]): void {
    if (refused.some(({ code }) => code === SLOW_DOWN)) this.rest();
    this.#store.refuse(refused.filter(({ code }) => code !== SLOW_DOWN));
  }

  /** Too much at once: nothing goes for a while, each time longer until something is accepted. */
  rest(): void {
    this.#pause(this.#restMs);
    this.#restMs = Math.min(LONGEST_REST_MS, this.#restMs * 2);
  }

  /** The server has no room: the same again soon, however long that lasts. */
  waitForRoom(): void {
    this.#pause(ROOM_REST_MS);
  }

  /** For good. */
  stop(): void {
    this.close();
    this.#stop();
  }

  #answered(sendable: readonly Operation[]): void {
    const waiting = new Set(sendable);
    const frame = this.#frame.filter((operation) => waiting.has(operation));
    if (frame.length < this.#frame.length) {
      this.#restMs = SHORTEST_REST_MS;
      this.#frame = frame;
      this.#wait();
    }
    this.#fill();
  }

  #fill(): void {
    if (!this.#flowing || this.#rest !== undefined || this.#frame.length > 0) return;
    this.#frame = firstFrame(this.#store.sendable.peek());
    if (this.#frame.length > 0) this.#offer();
  }

  #offer(): void {
    const [first] = this.#frame;
    if (first && bytesOf(first) > BYTES_FOR_OPERATIONS) {
      this.#frame = [];
      this.#store.refuse([{ op: first.id, code: "frame.too_large", message: "" }]);
      return;
    }
    this.#wait();
    this.#send(this.#frame);
  }

  #wait(): void {
    clearTimeout(this.#patience);
    this.#patience = this.#flowing && this.#frame.length > 0 ? setTimeout(() => this.#offer(), PATIENCE_MS) : undefined;
  }

  #pause(restMs: number): void {
    this.#forgetTimers();
    this.#rest = setTimeout(
      () => {
        this.#rest = undefined;
        this.#frame = [];
        this.#fill();
      },
      restMs * (1 + Math.random()),
    );
  }

  #forgetTimers(): void {
    clearTimeout(this.#patience);
    clearTimeout(this.#rest);
    this.#patience = undefined;
    this.#rest = undefined;
  }
}

/** As many of the oldest as one frame holds; the first always, so that one too large is found out. */
export function firstFrame(pending: readonly Operation[]): readonly Operation[] {
  const frame: Operation[] = [];
  let bytes = 0;
  for (const operation of pending.slice(0, MOST_OPERATIONS)) {
    bytes += bytesOf(operation) + 1;
    if (frame.length > 0 && bytes > BYTES_FOR_OPERATIONS) break;
    frame.push(operation);
  }
  return frame;
}

function bytesOf(operation: Operation): number {
  return new TextEncoder().encode(JSON.stringify(operation)).length;
}
