/** Work that waits until nobody points, drags or scrolls: no frame that follows a hand is late because of it. */

/** Since the last touch. */
const CALM_MS = 200;
/** Between a piece of work and the next, for everything else. A browser that is asked for its idle time may give a piece in half a second. */
const PAUSE_MS = 16;
const TOUCHES = ["pointerdown", "pointermove", "touchmove", "wheel"] as const;

export class Calm {
  #touched = -Infinity;

  /** Begins to look; returns how to stop. */
  watch(): () => void {
    const touch = () => {
      this.#touched = performance.now();
    };
    for (const type of TOUCHES) window.addEventListener(type, touch, { capture: true, passive: true });
    return () => {
      for (const type of TOUCHES) window.removeEventListener(type, touch, { capture: true });
    };
  }

  /** Calls it once, in a moment. Returns what calls it off. */
  when(act: () => void): () => void {
    let timer: ReturnType<typeof setTimeout>;
    const ask = () => {
      const left = this.#touched + CALM_MS - performance.now();
      if (left > 0) timer = setTimeout(ask, left);
      else act();
    };
    timer = setTimeout(ask, PAUSE_MS);
    return () => clearTimeout(timer);
  }
}
