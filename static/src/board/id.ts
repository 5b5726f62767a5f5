import type { Noun } from "./items";

/**
 * A UUIDv7 (RFC 9562 §5.7): sorts by the clock that made it, which nobody trusts for anything else.
 *
 * `crypto.randomUUID` would be a v4, and is missing on a plain-HTTP page; `getRandomValues` is not.
 */
export function uuid(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(now / 2 ** 32) & 0xffff);
  view.setUint32(2, now % 2 ** 32);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The id of a new item: `note:0193…`. */
export function newId(noun: Noun): string {
  return `${noun}:${uuid()}`;
}
