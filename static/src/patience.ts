/** For tests alone: how long they wait for what comes by itself. A loaded machine is slow, not wrong. */

import { vi } from "vitest";

export const PATIENCE_MS = 10_000;

/** Until it no longer throws; also where the clock stands, which goes on meanwhile. */
export function eventually<T>(is: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(is, { timeout: PATIENCE_MS });
}
