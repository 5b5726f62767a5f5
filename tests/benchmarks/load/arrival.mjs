/** Everybody comes, at a steady rate. */
import zlib from "node:zlib";
import { Histogram, round } from "./histogram.mjs";
import { cpuSeconds, family, memory } from "./machine.mjs";
import { sleep } from "./load.mjs";
import { ask } from "./probe.mjs";

const PATIENCE_MS = 30_000;
const REST_MS = 700;

/** Let all of them in. Returns how long it took each, and what the server used for them. */
export async function arrive(clients, protocol, options) {
  const pids = options.pid ? family(options.pid) : [];
  const [cpu, rss] = [cpuSeconds(pids), memory(pids)];
  const took = new Histogram();
  const began = performance.now();
  const coming = [];
  for (const client of clients) {
    const early = began + (client.index * 1000) / options.arrivals - performance.now();
    if (early > 1) await sleep(early);
    coming.push(open(client, protocol, options, took));
  }
  await Promise.race([Promise.all(coming), sleep(PATIENCE_MS)]);
  const used = cpuSeconds(pids) - cpu;
  await sleep(REST_MS);
  return {
    came: clients.filter((client) => client.isHere).length,
    ...took.told("arrival_"),
    arrival_cpu_ms: round((1000 * used) / clients.length, 2),
    arrival_bytes: Math.round(clients.reduce((total, client) => total + client.bytes, 0) / clients.length),
    idle_kib: round((memory(pids) - rss) / clients.length, 1),
  };
}

async function open(client, protocol, options, took) {
  const began = performance.now();
  if (options.storm) client.state = await fetchState(client, protocol, options);
  await client.come();
  if (client.isWelcome) took.add(performance.now() - began);
}

let first = null;

/** What the board holds, as the browser asks for it. It is read once: unpacking it 300 times would be our own load. */
async function fetchState(client, protocol, options) {
  const body = await ask({
    ...options,
    path: `/api/v1/boards/${protocol.board.id}/state`,
    headers: { Authorization: `Bearer ${protocol.token(client)}`, "Accept-Encoding": "gzip" },
  });
  first ??= JSON.parse(zlib.gunzipSync(body).toString("utf8"));
  return first;
}
