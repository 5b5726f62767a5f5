/** Who sent which operation when, and who else has got it. Operations are numbered from 1. */
import { Histogram } from "./histogram.mjs";

const REMEMBERED = 32;

export class Deliveries {
  #sentAt;
  #sender;
  #got;
  #counts; // whether it was sent while measuring
  #shown; // whether anybody has got it, its sender included
  #payloads;
  next = 1;
  isMeasuring = false;
  measured = 0; // deliveries so far of what was sent while measuring
  others = new Histogram();
  own = new Histogram();

  /** most: operations at most. scan: calls back with the number of each operation in a payload. */
  constructor(most, scan) {
    this.#sentAt = new Float64Array(most);
    this.#sender = new Int32Array(most);
    this.#got = new Uint16Array(most);
    this.#counts = new Uint8Array(most);
    this.#shown = new Uint8Array(most);
    this.#payloads = new Payloads(scan);
  }

  get isFull() {
    return this.next >= this.#sentAt.length;
  }

  /** Number an operation that is about to be sent. */
  begin(client) {
    const number = this.next;
    this.next += 1;
    this.#sender[number] = client;
    this.#counts[number] = this.isMeasuring ? 1 : 0;
    this.#sentAt[number] = performance.now();
    return number;
  }

  /** Somebody has received a payload. */
  arrived(client, buffer, start, end) {
    const at = performance.now();
    for (const number of this.#payloads.numbersIn(buffer, start, end)) {
      if (!(number > 0 && number < this.next)) continue;
      const isCounted = this.#counts[number] === 1;
      this.#shown[number] = 1;
      if (this.#sender[number] === client) {
        if (isCounted) this.own.add(at - this.#sentAt[number]);
        continue;
      }
      this.#got[number] += 1;
      if (!isCounted) continue;
      this.others.add(at - this.#sentAt[number]);
      this.measured += 1;
    }
  }

  /** What became of everything that was sent while measuring. readers: how many read to the end. */
  told(readers) {
    let sent = 0;
    let delivered = 0;
    for (let number = 1; number < this.next; number += 1) {
      if (this.#counts[number] !== 1) continue;
      sent += 1;
      delivered += this.#got[number];
    }
    const expected = sent * (readers - 1);
    return { sent, expected, delivered, lost: Math.max(0, expected - delivered) };
  }

  /** The numbers of all operations that anybody has seen. */
  shown() {
    return Array.from(this.#shown.keys()).filter((number) => this.#shown[number] === 1);
  }
}

/** Everybody on a board gets the same bytes: they are compared with the last few before they are searched. */
class Payloads {
  #known = Array.from({ length: REMEMBERED }, () => ({ bytes: Buffer.alloc(0), length: -1, numbers: [] }));
  #newest = 0;
  #scan;

  constructor(scan) {
    this.#scan = scan;
  }

  numbersIn(buffer, start, end) {
    const length = end - start;
    for (let back = 0; back < REMEMBERED; back += 1) {
      const known = this.#known[(this.#newest - back + REMEMBERED) % REMEMBERED];
      if (known.length === length && buffer.compare(known.bytes, 0, length, start, end) === 0) return known.numbers;
    }
    this.#newest = (this.#newest + 1) % REMEMBERED;
    const oldest = this.#known[this.#newest];
    if (oldest.bytes.length < length) oldest.bytes = Buffer.allocUnsafe(Math.max(length * 2, 1024));
    buffer.copy(oldest.bytes, 0, start, end);
    oldest.length = length;
    oldest.numbers = [];
    this.#scan(buffer, start, end, (number) => oldest.numbers.push(number));
    return oldest.numbers;
  }
}
