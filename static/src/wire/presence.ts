/** Where I am, told at most five times a second; only the latest counts. */

import type { Here } from "../board/boot";

export const EVERY_MS = 200;

export class Presence {
  readonly #tell: (here: Here) => void;
  #latest: Here | null = null;
  #isTold = true;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (here: Here) => void) {
    this.#tell = tell;
  }

  here(here: Here): void {
    this.#latest = here;
    this.#isTold = false;
    if (this.#pause === undefined) this.#say();
  }

  /** The server forgot who is where when the line broke. */
  again(): void {
    if (this.#latest !== null) this.here(this.#latest);
  }

  stop(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#isTold = true;
  }

  #say(): void {
    if (this.#isTold || this.#latest === null) return;
    this.#isTold = true;
    this.#tell(this.#latest);
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      this.#say();
    }, EVERY_MS);
  }
}
