#!/usr/bin/env node
/**
 * Puts one load on one board and says how it went, as one line of JSON.
 *
 * Every delivery counts: an operation and somebody else who got it. Latency is from sending to receiving, at everybody.
 */
import { arrive } from "./arrival.mjs";
import { Client } from "./client.mjs";
import { Deliveries } from "./deliveries.mjs";
import { putLoad, sleep } from "./load.mjs";
import { readOptions } from "./options.mjs";

const SETUP_MS = 10; // between the senders' first notes
const options = readOptions(process.argv.slice(2));
const { Protocol } = await import(`./protocols/${options.protocol}.mjs`);
const protocol = new Protocol(options);
const most = Math.ceil(options.rate * (options.warm + options.seconds) * 1.2) + 1_000;
const deliveries = new Deliveries(most, protocol.scan.bind(protocol));
const clients = Array.from({ length: options.people }, (_, index) => new Client(index, protocol, options, deliveries));

const result = await arrive(clients, protocol, options);
if (!options.storm) Object.assign(result, await run());
const refusals = clients.flatMap((client) => client.refusals);
result.refused = refusals.length;
if (refusals.length) result.refusal = refusals[0].slice(0, 200);
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);

async function run() {
  for (const client of clients.slice(0, options.senders)) {
    if (protocol.begin && client.isHere) {
      client.send(protocol.begin(client));
      await sleep(SETUP_MS);
    }
  }
  await sleep(500);
  for (const client of clients.slice(options.people - options.stalled)) client.stall();
  const used = await putLoad(clients, protocol, options, deliveries);
  await sleep(options.drain * 1000);
  const readers = clients.filter((client) => client.isHere && !client.isStalled).length;
  return { ...used, readers, ...deliveries.told(readers), ...deliveries.others.told(), ...deliveries.own.told("own_") };
}
