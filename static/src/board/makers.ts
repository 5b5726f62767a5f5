/** The fewest words for a setting, for tests: a method, a board, and a log that several people write to. */

import "./becoming";
import type { Boot, State } from "./boot";
import type { LogEvent, Seen } from "./events";
import { guess } from "./guess";
import type { Item, Items, Words } from "./items";
import type { Method, MethodField, OwnKinds } from "./method";
import type { Operation, Wish } from "./operations";
import { lay } from "./reduce";
import { createStore } from "./store";
import type { Store } from "./store";

export const AINO = "u:aino";
export const BJORN = "p:bjorn";
export const CHLOE = "p:chloe";

export function words(text: string): Words {
  return { fi: text, sv: `${text} (sv)`, en: `${text} (en)` };
}

function cell(phase: string, lane: string, accepts: readonly string[]): Item {
  const title = `${phase} · ${lane}`;
  return {
    id: `zone:${phase}/${lane}`,
    title,
    sort: "flow",
    phase: `zone:${phase}`,
    lane: `zone:${lane}`,
    accepts,
  };
}

/** A matrix of two phases and two lanes, a ring, a plane, and *Not placed*. */
export function zones(): readonly Item[] {
  const axis = { title: words("Vakavuus"), low: words("haittaa"), high: words("estää") };
  return [
    { id: "zone:apply", title: words("Haku"), sort: "flow", axis: "phase", accepts: [], order: "a0" },
    { id: "zone:wait", title: words("Odotus"), sort: "flow", axis: "phase", accepts: [], order: "a1" },
    { id: "zone:step", title: words("Vaihe"), sort: "flow", axis: "lane", accepts: [], takes: ["step"], order: "a0" },
    { id: "zone:pain", title: words("Kipu"), sort: "flow", axis: "lane", accepts: [], takes: ["pain"], order: "a1" },
    cell("apply", "step", ["step"]),
    cell("apply", "pain", ["pain"]),
    cell("wait", "step", ["step"]),
    cell("wait", "pain", ["pain"]),
    { id: "zone:core", title: words("Ydin"), sort: "ring", accepts: ["step", "pain"], order: "a0" },
    {
      id: "zone:grid",
      title: words("Ruudukko"),
      sort: "plane",
      accepts: ["pain"],
      order: "a1",
      axes: {
        x: { field: "frequency", title: words("Toistuvuus"), low: words("harvoin"), high: words("aina") },
        y: { field: "severity", ...axis },
      },
    },
    { id: "zone:unplaced", title: words("Sijoittamatta"), sort: "flow", accepts: ["step", "pain"], order: "zz" },
  ];
}

export const METHOD: Method = {
  key: "service_path",
  version: 1,
  layout: "matrix",
  title: words("Palvelupolku"),
  purpose: words(""),
  question: words(""),
  guide: [],
  questions: [],
  kinds: ["step", "pain"].map((key) => ({
    key,
    title: words(key),
    plural: words(key),
    icon: "square",
    tint: "neutral" as const,
    entity: `${key}s`,
    fields: [],
  })),
  links: [],
  link_states: [],
  adds: ["phase", "lane"],
  zones: [],
};

/** The same, where every kind has these fields and there is one kind of arrow. */
export function methodWith(fields: readonly MethodField[], link: string, linkTitle: string): Method {
  const kinds = METHOD.kinds.map((kind) => ({ ...kind, fields }));
  return { ...METHOD, kinds, links: [{ key: link, title: words(linkTitle), sentence: words(linkTitle) }] };
}

export const SEVERITY: MethodField = { key: "severity", title: words("Vakavuus"), type: "scale5" };

export const OWN_KINDS: OwnKinds = {
  most: 6,
  hint: words(""),
  entity: "named",
  looks: [
    { tint: "channel", icon: "circle" },
    { tint: "people", icon: "square" },
    { tint: "idea", icon: "star" },
    { tint: "step", icon: "diamond" },
    { tint: "data", icon: "hexagon" },
    { tint: "org", icon: "puzzle" },
  ],
  fields: [],
};

export function makeBoot(you: string): Boot {
  return {
    token: `seat-of-${you}`,
    document: "b:1",
    language: "fi",
    you,
    role: you === AINO ? "facilitator" : "participant",
    board: { id: "b:1", title: "Polku", question: "" },
    workshop: { title: "", crumb: "", status: "live", code: null, join: null, qr: null },
    boards: [],
    method: METHOD,
    urls: { state: "/api/v1/boards/b:1/state" },
    languages: {},
  };
}

/** A log as the server keeps it: one event for each operation, and the same answer to a repeat. */
export class FakeLog {
  epoch = "e1";
  readonly events: Seen[] = [];
  readonly #items = new Map<string, Item>();
  readonly #aside = new Map<string, Item>();
  readonly #answered = new Map<string, Seen>();

  constructor(mode = "open", rewritten_by = "everybody") {
    const board = { mode, method: { key: METHOD.key, version: 1 }, authors: "names", rewritten_by };
    const start = [{ id: "board", ...board }, ...zones()].map(({ id, ...set }) => ({ id, set }));
    this.#append("00000000-0000-7000-8000-000000000000", "system", start);
  }

  get seq(): number {
    return this.events.length;
  }

  get items(): Items {
    return this.#items;
  }

  /** What the operation leads to; twice is once. */
  decide(by: string, operation: Operation): Seen {
    const before = this.#answered.get(`${by} ${operation.id}`);
    if (before) return before;
    const sight = { items: this.#items, aside: this.#aside, you: by, kinds: ["step", "pain"] };
    const event = this.#append(operation.id, by, guess(operation, sight));
    this.#answered.set(`${by} ${operation.id}`, event);
    return event;
  }

  since(seq: number): readonly LogEvent[] {
    return this.events.slice(seq);
  }

  state(): State {
    return {
      document: "b:1",
      epoch: this.epoch,
      seq: this.seq,
      method: { key: METHOD.key, version: 1 },
      items: [...this.#items.values()],
      people: [AINO, BJORN, CHLOE].map((id) => ({ id, name: id, role: id === AINO ? "facilitator" : "participant" })),
      private: { notes: 0, people: 0 },
    };
  }

  #append(op: string, by: string, changes: Seen["changes"]): Seen {
    for (const one of changes) {
      const item = "gone" in one ? this.#items.get(one.id) : undefined;
      if (item) this.#aside.set(one.id, item);
    }
    lay(this.#items, changes);
    const event: Seen = { seq: this.seq + 1, op, by, at: "2026-11-21T09:14:03.120Z", changes };
    this.events.push(event);
    return event;
  }
}

/** A store that has fetched the log's state. */
export function makeStore(log: FakeLog, you: string = BJORN, more: Partial<Boot> = {}): Store {
  const store = createStore({ ...makeBoot(you), ...more });
  store.load(log.state());
  store.setLine("open");
  return store;
}

/** Have the log decide all that waits in the store, and tell the store. */
export function settle(log: FakeLog, store: Store): void {
  const events = store.pending.peek().map((operation) => log.decide(store.boot.you, operation));
  store.receive(events);
}

/** A note in the first cell of pains, or wherever it is said to be. */
export function addNote(note: string, more: Partial<Extract<Wish, { type: "note.add" }>> = {}): Wish {
  return { type: "note.add", note, kind: "pain", text: note, zone: "zone:apply/pain", order: "a0", ...more };
}

/** Numbers from a seed, so that what failed can be run again (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

export function plain(items: Items): Readonly<Record<string, Item>> {
  return Object.fromEntries([...items].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
