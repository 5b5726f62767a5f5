/** The load itself: operations at a steady rate, whatever comes back. */
import fs from "node:fs";
import { Histogram, round } from "./histogram.mjs";
import { cpuSeconds, family, memory } from "./machine.mjs";
import { Probe } from "./probe.mjs";

const STEP_MS = 1;
const LAG_MS = 5;
const BEGAN = "measuring";

/** Run warm-up and measurement. Returns what the machine did meanwhile. */
export async function putLoad(clients, protocol, options, deliveries) {
  const senders = clients.filter((client) => client.isHere).slice(0, options.senders);
  const meter = new Meter(clients, options, deliveries);
  const began = performance.now();
  const measured = began + options.warm * 1000;
  const ends = measured + options.seconds * 1000;
  let [sent, pointed] = [0, 0];
  for (let at = began; at < ends; at = performance.now()) {
    if (!meter.isOn && at >= measured) meter.start();
    const due = Math.floor(((at - began) * options.rate) / 1000);
    for (; sent < due && !deliveries.isFull; sent += 1) {
      const sender = senders[sent % senders.length];
      if (!sender.isGone) sender.act();
    }
    const pointers = Math.floor(((at - began) * options.cursors) / 1000);
    for (; pointed < pointers; pointed += 1) clients[pointed % clients.length].send(protocol.cursor(pointed));
    await sleep(STEP_MS);
    if (!clients.some((client) => client.isHere)) break; // the server has gone
  }
  const used = await meter.stop();
  if (options.seen)
    fs.writeFileSync(
      options.seen,
      deliveries
        .shown()
        .map((number) => protocol.idOf(number))
        .join("\n"),
    );
  return used;
}

/** What the server and this process use from `start` to `stop`. */
class Meter {
  #options;
  #clients;
  #deliveries;
  #lag = new Histogram();
  #timer = null;
  #before = null;
  #probe = null;

  constructor(clients, options, deliveries) {
    this.#clients = clients;
    this.#options = options;
    this.#deliveries = deliveries;
  }

  get isOn() {
    return this.#before !== null;
  }

  start() {
    process.stdout.write(`${BEGAN}\n`); // for those who do something to the server meanwhile
    this.#deliveries.isMeasuring = true;
    this.#before = this.#now();
    this.#probe = this.#options.probe ? new Probe(this.#options) : null;
    let last = performance.now();
    this.#timer = setInterval(() => {
      const at = performance.now();
      this.#lag.add(Math.max(0, at - last - LAG_MS));
      last = at;
    }, LAG_MS);
  }

  async stop() {
    if (!this.isOn) this.start(); // the server went before anything was measured
    const { at, server, own, bytes } = this.#before;
    const after = this.#now();
    const delivered = this.#deliveries.measured;
    this.#deliveries.isMeasuring = false;
    clearInterval(this.#timer);
    const seconds = (after.at - at) / 1000;
    const cpu = after.server - server;
    return {
      rss_mib: round(after.memory / 1024, 1),
      deliveries_s: Math.round(delivered / seconds),
      cpu_share: round(cpu / seconds, 4),
      cpu_us_per_delivery: delivered ? round((1e6 * cpu) / delivered, 3) : null,
      bytes_per_delivery: delivered ? Math.round((after.bytes - bytes) / delivered) : null,
      generator_share: round((after.own - own) / 1e6 / seconds, 3),
      generator_lag_p99: this.#lag.within(0.99),
      ...(this.#probe ? (await this.#probe.stop()).told("probe_") : {}),
    };
  }

  #now() {
    const pids = this.#options.pid ? family(this.#options.pid) : [];
    const { user, system } = process.cpuUsage();
    return {
      at: performance.now(),
      server: cpuSeconds(pids),
      memory: memory(pids),
      own: user + system,
      bytes: this.#clients.reduce((total, client) => total + client.bytes, 0),
    };
  }
}

export function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
