/** Somebody who has nothing to do with the board asks for a page, again and again. */
import http from "node:http";
import { Histogram } from "./histogram.mjs";

const EVERY_MS = 20;

export class Probe {
  #isOn = true;
  #done;

  constructor(options) {
    this.#done = this.#askOn(options);
  }

  /** Resolves to the histogram of how long the answers took. */
  stop() {
    this.#isOn = false;
    return this.#done;
  }

  async #askOn({ host, port, probe: path }) {
    const took = new Histogram();
    const agent = new http.Agent({ keepAlive: true });
    while (this.#isOn) {
      const began = performance.now();
      await ask({ host, port, path, agent });
      took.add(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    agent.destroy();
    return took;
  }
}

/** The body of an answer, as it came. headers: more of them. */
export function ask({ host, port, path, agent, headers = {} }) {
  return new Promise((resolve, reject) => {
    http
      .get({ host, port, path, agent, headers }, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => (answer.statusCode === 200 ? resolve(Buffer.concat(parts)) : reject(new Error(path))));
      })
      .on("error", reject);
  });
}
