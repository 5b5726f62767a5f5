// @vitest-environment node

import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { BJORN, FakeLog, makeBoot } from "../board/makers";
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
let page: EventTarget;
let answers: boolean;

beforeEach(async () => {
  vi.useFakeTimers();
  log = new FakeLog();
  page = new EventTarget();
  answers = true;
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  vi.stubGlobal("fetch", () =>
    answers ? Promise.resolve(new Response(JSON.stringify(log.state()))) : Promise.reject(new Error("no network")),
  );
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

const comesBack = (how: string) => page.dispatchEvent(new Event(how));

async function live(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
  socket.accepts();
  socket.says("welcome", { epoch: log.epoch, seq: log.seq, you: BJORN, now: "2026-11-21T09:14:03Z", reset: false });
  await vi.advanceTimersByTimeAsync(0);
}

test.each(["online", "pageshow", "visibilitychange"])("a broken line is dialled at once after %s", async (how) => {
  await live();
  await vi.advanceTimersByTimeAsync(5_000);
  socket.breaks();
  expect(socket.dials).toBe(1);

  comesBack(how);
  await vi.advanceTimersByTimeAsync(0);

  expect(socket.dials).toBe(2);
});

test("a line that slept is given up for a new one, a live one is left alone", async () => {
  await live();

  comesBack("visibilitychange");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(socket.dials).toBe(1);
  vi.setSystemTime(Date.now() + 60_000);
  comesBack("visibilitychange");
  await vi.advanceTimersByTimeAsync(300);

  expect(socket.dials).toBe(2);
});

test("several signs of the same comeback dial once", async () => {
  await live();
  await vi.advanceTimersByTimeAsync(5_000);
  socket.breaks();

  for (const how of ["visibilitychange", "pageshow", "online", "focus"]) {
    comesBack(how);
    await vi.advanceTimersByTimeAsync(20);
  }

  expect(socket.dials).toBe(2);
});

test("an attempt that began without a network is given up as soon as it is back", async () => {
  const device = { onLine: false };
  vi.stubGlobal("navigator", device);
  await live();
  socket.breaks();
  while (socket.dials < 2) await vi.advanceTimersByTimeAsync(100);

  device.onLine = true;
  comesBack("online");
  await vi.advanceTimersByTimeAsync(0);

  expect(socket.dials).toBe(3);
});

test("a state that could not be had is asked for again at once", async () => {
  wire.close();
  answers = false;
  store = createStore(makeBoot(BJORN));
  wire = connect(store, makeBoot(BJORN));
  await vi.advanceTimersByTimeAsync(20_000);
  answers = true;
  expect(store.ready.value).toBe(false);

  comesBack("online");
  await vi.advanceTimersByTimeAsync(0);

  expect(store.ready.value).toBe(true);
});
