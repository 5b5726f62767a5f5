/** Milliseconds in buckets of 50 µs up to 20 s: cheap enough for a million entries a second. */
const PER_MS = 20;
const LAST = 20_000 * PER_MS;

export class Histogram {
  #buckets = new Uint32Array(LAST + 1);
  count = 0;
  max = 0;

  add(ms) {
    const bucket = Math.max(0, Math.min(LAST, Math.trunc(ms * PER_MS)));
    this.#buckets[bucket] += 1;
    this.count += 1;
    if (ms > this.max) this.max = ms;
  }

  /** The time within which this share of the entries lies; null without entries. */
  within(share) {
    const wanted = Math.max(1, Math.ceil(this.count * share));
    let passed = 0;
    for (let bucket = 0; bucket <= LAST && this.count; bucket += 1) {
      passed += this.#buckets[bucket];
      if (passed >= wanted) return (bucket + 1) / PER_MS;
    }
    return null;
  }

  /** {p50, p95, p99, max}, with a name before each if one is given. */
  told(prefix = "") {
    const found = { p50: this.within(0.5), p95: this.within(0.95), p99: this.within(0.99), max: round(this.max, 1) };
    return Object.fromEntries(Object.entries(found).map(([name, value]) => [prefix + name, value]));
  }
}

export function round(value, digits) {
  return Number(value.toFixed(digits));
}
