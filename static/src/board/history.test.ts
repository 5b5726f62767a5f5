// @vitest-environment node

/** Random histories: whatever order things come in, everybody ends with what the log says. */

import { expect, test } from "vitest";

import type { LogEvent } from "./events";
import { AINO, BJORN, CHLOE, FakeLog, makeStore, pick, plain, seeded } from "./makers";
import { fold } from "./log";
import type { Operation } from "./operations";
import { closed } from "./reduce";
import type { Store } from "./store";
import { anyWish } from "./wish-makers";
import type { Random } from "./wish-makers";

/** The way between a store and the log: frames are late, doubled, turned round or lost. */
function deliver(random: Random, store: Store, log: FakeLog): void {
  const { seq } = store.confirmed.value;
  const events = log.since(Math.max(0, seq - Math.floor(random() * 3)));
  const some = events.filter(() => random() < 0.8);
  const frame: readonly LogEvent[] = random() < 0.2 ? some.toReversed() : some;
  if (store.receive(frame) && random() < 0.7) store.receive(log.since(store.confirmed.value.seq));
}

function send(random: Random, store: Store, log: FakeLog): void {
  const sent: readonly Operation[] = store.pending.value.slice(0, 1 + Math.floor(random() * 4));
  for (const operation of sent) {
    log.decide(store.boot.you, operation);
    if (random() < 0.3) log.decide(store.boot.you, operation);
  }
}

test.each(Array.from({ length: 25 }, (_, i) => i + 1))("everybody ends with the same board (seed %i)", (seed) => {
  const random = seeded(seed);
  const log = new FakeLog();
  const stores = [AINO, BJORN, CHLOE].map((you) => makeStore(log, you));

  for (let step = 0; step < 300; step += 1) {
    const store = pick(random, stores);
    const chance = random();
    if (chance < 0.4) {
      store.act(anyWish(random, store, `${step}`));
    } else if (chance < 0.5) pick(random, [store.undo, store.redo])();
    else if (chance < 0.7) send(random, store, log);
    else if (chance < 0.97) deliver(random, store, log);
    else store.load(log.state());
  }
  for (const store of stores) {
    for (const operation of store.pending.value) log.decide(store.boot.you, operation);
  }
  for (const store of stores) {
    // As a reconnect does it: what is still pending is sent again and answered with the event it made before.
    store.receive(store.pending.value.map((operation) => log.decide(store.boot.you, operation)));
    store.receive(log.since(store.confirmed.value.seq));
  }

  const expected = plain(closed(fold(log.events)));
  for (const store of stores) {
    expect(store.pending.value).toEqual([]);
    expect(store.confirmed.value.seq).toBe(log.seq);
    expect(plain(store.items.value)).toEqual(expected);
    expect(plain(makeStore(log, store.boot.you).items.value)).toEqual(expected);
  }
  expect(log.seq).toBeGreaterThan(25);
});
