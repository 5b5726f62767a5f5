const IDLE_WITHIN_MS = 500;

/** Calls it when nothing else is to be done, or soon all the same. Returns what calls it off. */
export function whenIdle(act: () => void): () => void {
  if (!("requestIdleCallback" in globalThis)) {
    const timer = setTimeout(act, 0);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(act, { timeout: IDLE_WITHIN_MS });
  return () => cancelIdleCallback(asked);
}
