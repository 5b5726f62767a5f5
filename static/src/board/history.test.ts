// @vitest-environment node

/** Random histories: whatever order things come in, everybody ends with what the log says. */

import { expect, test } from "vitest";

import type { LogEvent } from "./events";
import { isCluster, isLink, isNote, isVote, isZone } from "./items";
import type { Item } from "./items";
import { addNote, AINO, BJORN, CHLOE, FakeLog, makeStore, pick, plain, seeded } from "./makers";
import { fold } from "./log";
import type { Operation, Wish } from "./operations";
import { closed } from "./reduce";
import type { Store } from "./store";

type Random = () => number;

const FLOWS = ["zone:apply/pain", "zone:wait/pain", "zone:core", "zone:unplaced"];

function somewhere(random: Random): { zone: string; order: string } | { zone: string; x: number; y: number } {
  if (random() < 0.2) return { zone: "zone:grid", x: Math.floor(random() * 10_001), y: Math.floor(random() * 10_001) };
  return { zone: pick(random, FLOWS), order: pick(random, ["a0", "a1", "a1V", "a2"]) };
}

/** Something that this person might do now, or nothing if there is not enough on the board for it. */
function anyWish(random: Random, store: Store, name: string): Wish | null {
  const items: readonly Item[] = [...store.items.value.values()];
  const one = <T extends Item>(of: (item: Item) => item is T): T | null => {
    const found = items.filter(of);
    return found.length > 0 ? pick(random, found) : null;
  };
  const note = one(isNote);
  const other = one(isNote);
  const link = one(isLink);
  const cluster = one(isCluster);
  const vote = one(isVote);
  const phase = items.filter(isZone).find(({ axis }) => axis === "phase");
  const gone = [...store.confirmed.value.aside.keys()].find((id) => id.startsWith("note:"));
  const wishes: readonly (Wish | null)[] = [
    addNote(`note:${name}`, somewhere(random)),
    note && { type: "note.write", note: note.id, was: note.text, text: `${note.text}+${name}` },
    note && { type: "note.move", note: note.id, ...somewhere(random) },
    note && { type: "note.set", note: note.id, fields: { severity: pick(random, [1, 5, null]) } },
    note && { type: "note.remove", note: note.id },
    gone ? { type: "note.restore", note: gone } : null,
    note && other && { type: "link.add", link: `link:${name}`, from: note.id, to: other.id, kind: "data" },
    link && { type: "link.set", link: link.id, fields: { label: pick(random, [name, null]) } },
    link && { type: "link.remove", link: link.id },
    note && other && { type: "cluster.add", cluster: `cluster:${name}`, title: name, notes: [note.id, other.id] },
    cluster && note && { type: "cluster.set", cluster: cluster.id, fields: { notes: [...cluster.notes, note.id] } },
    phase ? { type: "zone.remove", zone: phase.id } : null,
    { type: "zone.add", zone: `zone:${name}`, title: name, axis: pick(random, ["phase", "lane"]) },
    note && { type: "vote.cast", vote: `vote:${name}`, ballot: "ballot:1", note: note.id },
    vote && { type: "vote.withdraw", vote: vote.id },
  ];
  return pick(random, wishes);
}

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
      const wish = anyWish(random, store, `${step}`);
      if (wish) store.act(wish);
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
