/** What one run is asked to do: `--name=value`. */
const DEFAULTS = {
  protocol: "facilitator", // a file in protocols/
  host: "127.0.0.1",
  port: 5000,
  pid: 0, // the server's process: its CPU and memory are read, its children's included
  setting: "", // file with the tokens and boards that setting.py made
  board: 0, // index of the board in it
  people: 25,
  senders: 25, // how many of them send operations
  rate: 100, // operations a second in all
  warm: 2, // seconds that do not count
  seconds: 5, // that do
  drain: 1.5, // to wait for what is late
  arrivals: 200, // people a second who come
  text: 0, // characters of the texts that are written; 0: a short sentence
  cursors: 0, // messages a second in all of where people point
  stalled: 0, // how many stop reading
  probe: "", // path that is asked for 50 times a second meanwhile
  storm: 0, // 1: everybody fetches the state and connects, and that is all
  seen: "", // file that gets the operations that somebody saw, once the server has gone
};

export function readOptions(words) {
  const options = { ...DEFAULTS };
  for (const word of words) {
    const [, name, value] = /^--([a-z]+)=(.*)$/.exec(word) ?? [];
    if (!(name in DEFAULTS)) throw new Error(`unknown option ${word}`);
    options[name] = typeof DEFAULTS[name] === "number" ? Number(value) : value;
  }
  if (!["127.0.0.1", "::1", "localhost"].includes(options.host)) throw new Error("this machine alone");
  if (options.people > 2_000 || options.rate > 20_000 || options.seconds > 120) throw new Error("too much");
  return Object.freeze({ ...options, senders: Math.min(options.people, options.senders) });
}
