/** The line to the server: the state over HTTP, what follows it over Socket.IO, and back again when it breaks. */

import { io } from "socket.io-client";
import type { Socket } from "socket.io-client";

import type { Here, Seat, State } from "../board/boot";
import type { Feed, TurnedAway } from "../board/copy";
import type { LogEvent } from "../board/events";
import { Presence } from "./presence";
import { PROTOCOL, NO_ROOM, SLOW_DOWN } from "./protocol";
import type { Auth, FromServer, Head, RefusedOnWire, Reset, ToServer, Welcome } from "./protocol";
import { Queue } from "./queue";
import { fetchState, NotForYou } from "./state";

export interface Wire {
  here(here: Here): void;
  close(): void;
}

export type LiveSocket = Socket<FromServer, ToServer>;

export interface WireOptions {
  /** Where the server is, if not where the page came from. */
  readonly origin?: string;
}

/** `head` comes every 5 s; a line that is silent for longer than two of them is dead, whatever the browser thinks. */
const DEAD_AFTER_MS = 13_000;
const WATCH_EVERY_MS = 2_000;
/** Somebody who comes back to the page waits for nothing: after one `head` too few a new line is quicker than certainty. */
const SILENT_MS = 7_000;
/** What came while the page slept is told to it first. */
const AWAKE_AFTER_MS = 250;
const AGAIN_AFTER_MS = 1_000;
const COMEBACKS = ["online", "pageshow", "visibilitychange", "focus"] as const;
const CONNECT_WITHIN_MS = 8_000;
/** What the server is about to send anyway need not be asked for. */
const LATE_AFTER_MS = 300;
const ASK_AGAIN_AFTER_MS = 2_000;

/** How often a state that is too old is asked for again before it is taken as it is. */
const MOST_STALE = 5;

/** Codes of a connection refused for now, not for good. */
const PASSING = new Set(["slow.down", "server.failed", NO_ROOM]);

type Least = Pick<Reset, "epoch" | "seq">;

/** Keep what one has of a document and the server together until `close`: each document has a line of its own. */
export function connect(store: Feed, seat: Seat, options: WireOptions = {}): Wire {
  return new LiveWire(store, seat, options.origin ?? "");
}

class LiveWire implements Wire {
  readonly #store: Feed;
  readonly #seat: Seat;
  readonly #origin: string;
  readonly #socket: LiveSocket;
  readonly #queue: Queue;
  readonly #presence: Presence;
  readonly #watch: ReturnType<typeof setInterval>;
  readonly #away = new AbortController();
  #retry: ReturnType<typeof setTimeout> | undefined;
  #waking: ReturnType<typeof setTimeout> | undefined;
  #dialledAt = 0;
  /** Ends the pause before the state is asked for again. */
  #hurry: () => void = () => undefined;
  #late: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #heardAt = Date.now();
  #asked = { seq: -1, at: 0 };
  /** Events that came while the state was being fetched; null when it is not. */
  #held: LogEvent[] | null = null;
  #fetching: Promise<void> | null = null;
  #least: Least | null = null;
  #lastWord: TurnedAway | null = null;

  constructor(store: Feed, seat: Seat, origin: string) {
    this.#store = store;
    this.#seat = seat;
    this.#origin = origin;
    this.#socket = openSocket(origin, seat.document, () => this.#auth());
    this.#queue = new Queue(store, (frame) => this.#socket.emit("ops", frame));
    this.#presence = new Presence((here) => this.#socket.volatile.emit("here", here));
    this.#listen();
    this.#watch = setInterval(() => this.#look(), WATCH_EVERY_MS);
    for (const name of COMEBACKS) globalThis.addEventListener?.(name, this.#back);
    globalThis.addEventListener?.("offline", this.#offline);
    void (store.ready.peek() ? this.#dial() : this.#fetch().then(() => this.#dial()));
  }

  here(here: Here): void {
    this.#presence.here(here);
  }

  close(): void {
    this.#away.abort();
    for (const name of COMEBACKS) globalThis.removeEventListener?.(name, this.#back);
    clearTimeout(this.#waking);
    this.#hurry();
    globalThis.removeEventListener?.("offline", this.#offline);
    clearInterval(this.#watch);
    clearTimeout(this.#retry);
    clearTimeout(this.#late);
    this.#presence.stop();
    this.#queue.stop();
    this.#socket.disconnect();
  }

  #listen(): void {
    const socket = this.#socket;
    socket.onAny(() => (this.#heardAt = Date.now()));
    socket.on("connect", () => (this.#heardAt = Date.now()));
    socket.on("connect_error", (error) => this.#refusedAtDoor(error));
    socket.on("disconnect", (reason) => this.#broken(reason));
    socket.on("welcome", (welcome) => void this.#welcomed(welcome));
    socket.on("events", (events) => this.#take(events));
    socket.on("refused", (refused) => this.#refused(refused));
    socket.on("reset", (reset) => this.#reset(reset));
    socket.on("head", (head) => this.#headAt(head));
    socket.on("people", (people) => this.#store.meet(people));
    socket.on("here", ({ people, all }) => (all ? this.#store.gathered(people) : this.#store.presence(people)));
  }

  #auth(): Auth {
    const { epoch, seq } = this.#store.confirmed.peek();
    const { token, document } = this.#seat;
    return { token, document, protocol: PROTOCOL, epoch, since: epoch === null ? null : seq };
  }

  async #welcomed({ epoch, seq, reset, now }: Welcome): Promise<void> {
    this.#store.clock(now);
    this.#failures = 0;
    this.#lastWord = null;
    this.#asked = { seq: -1, at: 0 };
    if (reset || epoch !== this.#store.confirmed.peek().epoch) await this.#fetch({ epoch, seq });
    if (!this.#socket.connected) return;
    this.#store.setLine("open");
    this.#queue.open();
    this.#presence.again();
  }

  #take(events: readonly LogEvent[]): void {
    if (this.#held !== null) this.#held.push(...events);
    else if (this.#store.receive(events)) this.#ask();
  }

  /** Ask for what is missing; once, until there has been time for the answer. */
  #ask(): void {
    const { epoch, seq } = this.#store.confirmed.peek();
    const now = Date.now();
    if (this.#asked.seq === seq && now - this.#asked.at < ASK_AGAIN_AFTER_MS) return;
    this.#asked = { seq, at: now };
    this.#socket.emit("since", { epoch, seq });
  }

  #headAt({ epoch, seq, private: silence, full }: Head): void {
    if (silence) this.#store.hush(silence);
    this.#store.setRoom(full !== true);
    if (epoch !== this.#store.confirmed.peek().epoch) return void this.#fetch({ epoch, seq });
    clearTimeout(this.#late);
    this.#late = setTimeout(() => {
      if (this.#held === null && this.#store.confirmed.peek().seq < seq) this.#ask();
    }, LATE_AFTER_MS);
  }

  #reset(reset: Reset): void {
    // What was held came before, and may be of a log that is no more.
    if (this.#held !== null && reset.epoch !== this.#store.confirmed.peek().epoch) this.#held = [];
    void this.#fetch(reset);
  }

  #refused(refused: readonly RefusedOnWire[]): void {
    this.#queue.refused(refused.flatMap(({ op, ...why }) => (op === null ? [] : [{ op, ...why }])));
    // About no operation: about the whole frame, or about the seat itself if the server then ends the line.
    this.#lastWord = refused.find(({ op }) => op === null) ?? null;
    if (this.#lastWord?.code === SLOW_DOWN) this.#queue.rest();
    if (this.#lastWord?.code === NO_ROOM) this.#queue.waitForRoom();
  }

  /** Begin afresh from a state that is no older than `least`; one fetch serves all who ask while it runs. */
  #fetch(least: Least | null = null): Promise<void> {
    this.#least = least ?? this.#least;
    this.#fetching ??= this.#fetchUntilThere().finally(() => {
      this.#fetching = null;
      this.#least = null;
    });
    return this.#fetching;
  }

  /** Until it succeeds, the seat ends or the wire is closed. */
  async #fetchUntilThere(): Promise<void> {
    this.#held ??= [];
    for (let tries = 0; !this.#away.signal.aborted; tries += 1) {
      try {
        const state = await fetchState(this.#seat, this.#origin, this.#away.signal);
        if (tries < MOST_STALE && this.#isStale(state)) throw new Error("stale");
        const held = this.#held ?? [];
        this.#held = null;
        this.#store.load(state);
        this.#take(held);
        return;
      } catch (error) {
        if (error instanceof NotForYou) return this.#turnAway({ code: error.code, message: error.message });
        if (!this.#store.ready.peek()) this.#store.setLine("closed");
        await this.#pause(tries);
      }
    }
  }

  #pause(tries: number): Promise<void> {
    const wait = Math.min(3_000, 250 * 2 ** tries) * (0.5 + Math.random());
    return new Promise((done) => {
      const timer = setTimeout(done, wait);
      this.#hurry = () => {
        clearTimeout(timer);
        done();
      };
    });
  }

  /** A process that is behind the others must not take back what was seen, nor answer from before a reset. */
  #isStale({ epoch, seq }: State): boolean {
    const seen = this.#store.confirmed.peek();
    if (this.#least && (epoch !== this.#least.epoch || seq < this.#least.seq)) return true;
    return epoch === seen.epoch && seq < seen.seq;
  }

  #dial(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    if (this.#away.signal.aborted || this.#socket.connected) return;
    // A proxy may swallow either way of connecting, so after a failure the other one goes first.
    this.#socket.io.opts.transports = this.#failures % 2 === 0 ? ["websocket", "polling"] : ["polling", "websocket"];
    // An attempt without a network may hang for long, and counts for nothing once it is back.
    this.#dialledAt = globalThis.navigator?.onLine === false ? 0 : Date.now();
    this.#socket.connect();
  }

  #broken(reason: string): void {
    this.#queue.close();
    if (this.#away.signal.aborted) return;
    const word = this.#lastWord;
    if (word !== null && reason === "io server disconnect" && !PASSING.has(word.code)) return this.#turnAway(word);
    this.#store.setLine("closed");
    this.#store.gathered({});
    this.#dialLater();
  }

  #refusedAtDoor(error: Error): void {
    const said = (error as Error & { data?: Partial<TurnedAway> }).data;
    // Not active: the server itself said no, over a line that works.
    if (!this.#socket.active && !PASSING.has(said?.code ?? "")) {
      this.#turnAway({ code: said?.code ?? error.message, message: said?.message ?? "" });
      return;
    }
    this.#failures += 1;
    this.#store.setLine("closed");
    this.#dialLater();
  }

  /** Spread out, or all who lost the same server come back in the same instant. */
  #dialLater(): void {
    clearTimeout(this.#retry);
    const wait = this.#failures === 0 ? 200 + 1_300 * Math.random() : 500 + 2_500 * Math.random();
    this.#retry = setTimeout(() => this.#dial(), wait);
  }

  #turnAway(why: TurnedAway): void {
    this.close();
    this.#store.gathered({});
    this.#store.setLine("turned away", { code: why.code, message: why.message });
  }

  #look(): void {
    if (this.#socket.connected && Date.now() - this.#heardAt > DEAD_AFTER_MS) this.#socket.disconnect();
  }

  /** The person, or the network, is back: now, not when it is next in turn. */
  readonly #back = (): void => {
    if (globalThis.document?.visibilityState === "hidden") return;
    this.#hurry();
    clearTimeout(this.#waking);
    this.#waking = setTimeout(() => this.#wake(), this.#socket.connected ? AWAKE_AFTER_MS : 0);
  };

  #wake(): void {
    const now = Date.now();
    const isAlive = this.#socket.connected && now - this.#heardAt < SILENT_MS;
    if (isAlive || this.#away.signal.aborted || !this.#store.ready.peek()) return;
    if (now - this.#dialledAt < AGAIN_AFTER_MS) return;
    // Also gives up an attempt that may hang on a network that is no more.
    this.#socket.disconnect();
    this.#dial();
  }

  /** Who is still connecting is told now, not when that attempt has hung for long enough. */
  readonly #offline = (): void => {
    if (this.#socket.connected) this.#socket.disconnect();
    else this.#store.setLine("closed");
  };
}

function openSocket(origin: string, document: string, auth: () => Auth): LiveSocket {
  return io(`${origin}/live`, {
    // Not for the server: a proxy in front of several processes sends all of a document to the same one.
    query: { document },
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    upgrade: false,
    timeout: CONNECT_WITHIN_MS,
    forceNew: true,
    autoConnect: false,
    reconnection: false,
    auth: (tell) => tell({ ...auth() }),
  });
}
