const EDGE_PIXELS = 56;
const FASTEST_PIXELS = 16;

/** Scrolls the stage while something is held near its edge. */
export class StageScroll {
  #frame = 0;
  #by = { x: 0, y: 0 };

  towards(at: { readonly x: number; readonly y: number }): void {
    const box = document.querySelector(".stage")?.getBoundingClientRect();
    if (!box) return;
    this.#by = { x: push(at.x, box.left, box.right), y: push(at.y, box.top, box.bottom) };
    const moves = this.#by.x !== 0 || this.#by.y !== 0;
    if (moves && this.#frame === 0) this.#frame = requestAnimationFrame(this.#step);
    if (!moves) this.rest();
  }

  rest(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  readonly #step = (): void => {
    document.querySelector(".stage")?.scrollBy(this.#by.x, this.#by.y);
    this.#frame = requestAnimationFrame(this.#step);
  };
}

/** How fast, and which way: faster the nearer the edge. */
function push(at: number, low: number, high: number): number {
  const near = Math.min(EDGE_PIXELS, (high - low) / 4);
  if (at < low + near) return -Math.min(FASTEST_PIXELS, ((low + near - at) / near) * FASTEST_PIXELS);
  if (at > high - near) return Math.min(FASTEST_PIXELS, ((at - high + near) / near) * FASTEST_PIXELS);
  return 0;
}
