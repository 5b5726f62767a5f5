// @vitest-environment node

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { State } from "../board/boot";
import type { LogEvent } from "../board/events";
import { addNote, AINO, BJORN, FakeLog, makeBoot } from "../board/makers";
import type { Operation } from "../board/operations";
import { createStore } from "../board/store";
import type { Store } from "../board/store";
import { FakeSocket } from "./makers";
import { connect } from "./socket";
import type { Wire } from "./socket";

const { io } = vi.hoisted(() => ({
  io: vi.fn<(uri: string, options: { auth: (tell: (auth: unknown) => void) => void }) => unknown>(),
}));
vi.mock("socket.io-client", () => ({ io }));

let log: FakeLog;
let store: Store;
let socket: FakeSocket;
let wire: Wire;
let fetched: number;
let answer: () => Response | Promise<Response>;

function stateNow(more: Partial<State> = {}): Response {
  return new Response(JSON.stringify({ ...log.state(), ...more }));
}

beforeEach(() => {
  vi.useFakeTimers();
  log = new FakeLog();
  fetched = 0;
  answer = () => stateNow();
  vi.stubGlobal("fetch", () => {
    fetched += 1;
    return Promise.resolve(answer());
  });
  io.mockImplementation((_, { auth }) => {
    socket = new FakeSocket(auth);
    return socket;
  });
  store = createStore(makeBoot(BJORN));
  wire = connect(store, makeBoot(BJORN));
});

afterEach(() => {
  wire.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function welcome(reset = false): void {
  socket.says("welcome", { epoch: log.epoch, seq: log.seq, you: BJORN, now: "2026-11-21T09:14:03Z", reset });
}

async function live(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
  socket.accepts();
  welcome();
  await vi.advanceTimersByTimeAsync(0);
}

function happens(note: string, by = AINO): LogEvent {
  return log.decide(by, { id: `op-${note}`, ...addNote(note) } as Operation);
}

const sent = (name: string) => socket.sent.filter((one) => one.name === name).map(({ data }) => data);

test("the state comes first, then the line, which says what is known already", async () => {
  expect(socket.dials).toBe(0);

  await live();

  expect(socket.auth).toEqual({ token: "seat-of-p:bjorn", document: "b:1", protocol: 1, epoch: "e1", since: 1 });
  expect(io).toHaveBeenLastCalledWith("/live", expect.objectContaining({ query: { document: "b:1" } }));
  expect(socket.io.opts.transports).toEqual(["websocket", "polling"]);
  expect(store.line.value).toBe("open");
  expect(store.items.value.has("zone:core")).toBe(true);
});

test("what is done goes out, and is saved when its own event comes back", async () => {
  await live();

  store.act(addNote("note:1"));
  const [frame] = sent("ops") as Operation[][];
  expect(store.mark.value.state).toBe("saving");
  socket.says("events", [log.decide(BJORN, frame?.[0] as Operation)]);

  expect(frame).toHaveLength(1);
  expect(store.mark.value.state).toBe("saved");
});

test("a gap is asked for once, and filled by the answer", async () => {
  await live();
  const missed = [happens("note:1"), happens("note:2")];
  const next = [happens("note:3")];
  socket.says("events", next);
  socket.says("events", [happens("note:4")]);

  expect(sent("since")).toEqual([{ epoch: "e1", seq: 1 }]);
  socket.says("events", [...missed, ...log.since(3)]);

  expect(store.confirmed.value.seq).toBe(5);
  expect(sent("since")).toHaveLength(1);
});

test("a lost last event shows by the head; one that is on its way is not asked for", async () => {
  await live();
  const lost = happens("note:1");

  socket.says("head", { epoch: "e1", seq: 2, private: { notes: 3, people: 2 } });
  expect(sent("since")).toEqual([]);
  await vi.advanceTimersByTimeAsync(400);
  expect(sent("since")).toEqual([{ epoch: "e1", seq: 1 }]);
  socket.says("events", [lost]);
  expect(store.silence.value).toEqual({ notes: 3, people: 2 });

  const late = happens("note:2");
  socket.says("head", { epoch: "e1", seq: 3 });
  socket.says("events", [late]);
  await vi.advanceTimersByTimeAsync(400);
  expect(sent("since")).toHaveLength(1);
});

test("without room on the server a frame waits and goes again, and the head says when it is over", async () => {
  await live();
  store.act(addNote("note:mine"));

  socket.says("head", { epoch: "e1", seq: 1, full: true });
  socket.says("refused", [{ op: null, code: "storage.full", message: "" }]);
  expect(store.hasRoom.value).toBe(false);
  await vi.advanceTimersByTimeAsync(4_200);
  expect(sent("ops")).toHaveLength(2);

  socket.says("head", { epoch: "e1", seq: 1 });
  expect(store.hasRoom.value).toBe(true);
  expect(store.refusals.value).toEqual([]);
  expect(store.pending.value).toHaveLength(1);
});

test("a reset fetches the state again, holds what comes meanwhile, and keeps what waits", async () => {
  await live();
  store.act(addNote("note:mine"));
  happens("note:1");
  const response = stateNow();
  const slow = vi.fn<(arrives: (response: Response) => void) => void>();
  answer = () => new Promise(slow);

  socket.says("reset", { epoch: "e1", seq: 2, why: "behind" });
  socket.says("events", [happens("note:2")]);
  expect(store.confirmed.value.seq).toBe(1);
  slow.mock.calls[0]?.[0](response);
  await vi.advanceTimersByTimeAsync(0);

  expect(fetched).toBe(2);
  expect(store.confirmed.value.seq).toBe(3);
  expect(store.pending.value).toHaveLength(1);
  expect(sent("since")).toEqual([]);
});

test("a state older than the reset is not taken", async () => {
  await live();
  const old = stateNow();
  happens("note:1");
  answer = () => (fetched < 3 ? old.clone() : stateNow());

  socket.says("reset", { epoch: "e1", seq: 2, why: "rights" });
  await vi.advanceTimersByTimeAsync(2_000);

  expect(fetched).toBe(3);
  expect(store.confirmed.value.seq).toBe(2);
});

test("a log that begins anew is fetched, by the head as by the welcome", async () => {
  await live();
  log = new FakeLog();
  log.epoch = "e2";

  socket.says("head", { epoch: "e2", seq: 1 });
  await vi.advanceTimersByTimeAsync(0);
  expect(store.confirmed.value.epoch).toBe("e2");

  log = new FakeLog();
  log.epoch = "e3";
  socket.breaks();
  await vi.advanceTimersByTimeAsync(1_600);
  socket.accepts();
  welcome(true);
  await vi.advanceTimersByTimeAsync(0);

  expect(store.confirmed.value.epoch).toBe("e3");
  expect(store.line.value).toBe("open");
});

test("a broken line comes back by itself, asks from where it was, and sends again what waits", async () => {
  await live();
  store.act(addNote("note:1"));
  const [first] = sent("ops");
  socket.breaks();
  expect(store.mark.value).toEqual({ state: "offline", kept: 0, loose: 1 });
  store.act(addNote("note:2"));

  await vi.advanceTimersByTimeAsync(1_600);
  expect(socket.dials).toBe(2);
  expect(socket.auth).toMatchObject({ epoch: "e1", since: 1 });
  socket.accepts();
  welcome();
  await vi.advanceTimersByTimeAsync(0);

  const again = sent("ops")[1] as Operation[];
  expect(again[0]).toBe((first as Operation[])[0]);
  expect(again).toHaveLength(2);
  expect(fetched).toBe(1);
});

test("while the server is away both ways of connecting are tried in turn, never together", async () => {
  await live();
  socket.breaks();
  const ways: string[] = [];
  for (let i = 0; i < 4; i += 1) {
    await vi.advanceTimersByTimeAsync(3_100);
    ways.push(socket.io.opts.transports[0] ?? "");
    socket.refuses(new Error("xhr poll error"), false);
  }

  expect(ways).toEqual(["websocket", "polling", "websocket", "polling"]);
  expect(store.line.value).toBe("closed");
});

test("clients that lose the same server come back spread out", async () => {
  await live();
  const dials: number[] = [];
  for (let i = 0; i < 40; i += 1) {
    const before = socket.dials;
    socket.breaks();
    let waited = 0;
    while (socket.dials === before) {
      await vi.advanceTimersByTimeAsync(50);
      waited += 50;
    }
    dials.push(waited);
    socket.accepts();
    welcome();
    await vi.advanceTimersByTimeAsync(0);
  }

  const buckets = new Set(dials.map((at) => Math.floor(at / 200)));
  expect(Math.max(...dials)).toBeLessThanOrEqual(1_550);
  expect(buckets.size).toBeGreaterThan(3);
});

test("a line that says nothing for two heads is dead", async () => {
  await live();
  await vi.advanceTimersByTimeAsync(10_000);
  socket.says("head", { epoch: "e1", seq: 1 });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(store.line.value).toBe("open");

  await vi.advanceTimersByTimeAsync(6_000);

  expect(store.line.value).toBe("closed");
  expect(socket.dials).toBe(2);
});

test("a seat that has ended is told, and nobody knocks again", async () => {
  await live();
  store.act(addNote("note:1"));
  socket.says("refused", [{ op: null, code: "not.there", message: "Taulua ei ole." }]);
  socket.breaks("io server disconnect");
  await vi.advanceTimersByTimeAsync(60_000);

  expect(store.turnedAway.value).toEqual({ code: "not.there", message: "Taulua ei ole." });
  expect(store.mark.value).toEqual({ state: "offline", kept: 0, loose: 1 });
  expect(socket.dials).toBe(1);
});

test("a frame that was too much rests, and is sent again as it was", async () => {
  await live();
  store.act(addNote("note:1"));
  socket.says("refused", [{ op: null, code: "slow.down", message: "Hetki." }]);
  await vi.advanceTimersByTimeAsync(400);
  expect(sent("ops")).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(700);

  const [first, again] = sent("ops");
  expect(again).toEqual(first);
  expect(store.pending.value).toHaveLength(1);
  expect(store.turnedAway.value).toBeNull();
});

test("a refusal at the door is final, but for one that passes", async () => {
  await live();
  socket.breaks();
  await vi.advanceTimersByTimeAsync(1_600);
  socket.refuses(Object.assign(new Error("slow"), { data: { code: "slow.down", message: "" } }), true);
  await vi.advanceTimersByTimeAsync(3_100);
  expect(socket.dials).toBe(3);

  socket.refuses(Object.assign(new Error("no"), { data: { code: "not.signed_in", message: "Kirjaudu." } }), true);
  await vi.advanceTimersByTimeAsync(60_000);

  expect(socket.dials).toBe(3);
  expect(store.turnedAway.value).toEqual({ code: "not.signed_in", message: "Kirjaudu." });
});

test("a state that this seat may not have ends the seat; a server in trouble is asked again", async () => {
  await live();
  answer = () => (fetched < 4 ? new Response("{}", { status: 503 }) : stateNow());
  socket.says("reset", { epoch: "e1", seq: 1, why: "rights" });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(fetched).toBe(4);
  expect(store.turnedAway.value).toBeNull();

  answer = () => new Response('{"code": "not.there", "message": "Ei ole."}', { status: 404 });
  socket.says("reset", { epoch: "e1", seq: 1, why: "rights" });
  await vi.advanceTimersByTimeAsync(0);

  expect(store.turnedAway.value).toEqual({ code: "not.there", message: "Ei ole." });
});

test("refusals reach the sender's store, about operations and with their text", async () => {
  await live();
  store.act(addNote("note:1"));
  const [frame] = sent("ops") as Operation[][];

  socket.says("refused", [{ op: frame?.[0]?.id, code: "mode.look", message: "Nyt vain katsellaan." }]);

  expect(store.refusals.value).toMatchObject([{ message: "Nyt vain katsellaan.", operation: { text: "note:1" } }]);
});

test("who is here is told whole at first, then as it changes, and forgotten when the line breaks", async () => {
  await live();
  socket.says("people", [{ id: AINO, name: "Aino", organisation: null, role: "facilitator", here: true }]);
  socket.says("here", { people: { [AINO]: {}, [BJORN]: {} }, all: true });
  socket.says("here", { people: { [AINO]: { writing: "note:1" }, [BJORN]: null } });

  expect([...store.here.value]).toEqual([[AINO, { writing: "note:1" }]]);
  expect(store.people.value.get(AINO)?.name).toBe("Aino");
  socket.breaks();
  expect(store.here.value.size).toBe(0);
});

test("where I am is told again when the line is back", async () => {
  await live();
  wire.here({ zone: "zone:core" });
  await vi.advanceTimersByTimeAsync(300);
  socket.breaks();
  await vi.advanceTimersByTimeAsync(1_600);
  socket.accepts();
  welcome();
  await vi.advanceTimersByTimeAsync(0);

  expect(sent("here")).toEqual([{ zone: "zone:core" }, { zone: "zone:core" }]);
});
