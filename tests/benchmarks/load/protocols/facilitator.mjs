/**
 * The product's own protocol (docs/protocol.md): 40/live with a token, then `ops` out and `events` in.
 *
 * An operation's id is a UUID whose last twelve digits are its number; it comes back in the event as `op`.
 */
import crypto from "node:crypto";
import fs from "node:fs";

const KEY = Buffer.from('"op":"');
const UUID_LENGTH = 36;
const UUID_HEAD = "01930000-0000-7000-8000-";
const FIRST_OF_SETUP = 0xf00000000000; // numbers above it are not measured
const NAME_AT = '42/live,["'.length;
const [EVENTS, WELCOME, REFUSED_OR_RESET] = ["e", "w", "r"].map((letter) => letter.charCodeAt(0));
const [OPEN, PING, MESSAGE] = ["0", "2", "4"].map((digit) => digit.charCodeAt(0));
const [CONNECTED, ERROR] = ["0", "4"].map((digit) => digit.charCodeAt(0));

export class Protocol {
  #tokens;
  #textLength;
  path = "/socket.io/?EIO=4&transport=websocket";

  constructor(options) {
    const setting = JSON.parse(fs.readFileSync(options.setting, "utf8"));
    this.#tokens = setting.tokens;
    this.#textLength = options.text;
    this.board = setting.boards[options.board];
  }

  token(client) {
    return this.#tokens[client.index];
  }

  opened() {}

  /** Whether a message may hold operations; all others are answered or counted here. */
  isNews(client, buffer, start, end) {
    if (buffer[start] === OPEN) client.send(`40/live,${JSON.stringify(this.#auth(client))}`);
    else if (buffer[start] === PING) client.send("3");
    else if (buffer[start] !== MESSAGE) return false;
    else if (buffer[start + 1] === ERROR) client.failed(buffer.toString("utf8", start, end));
    else if (buffer[start + 1] === CONNECTED) return false;
    else if (buffer[start + NAME_AT] === EVENTS) return true;
    else if (buffer[start + NAME_AT] === WELCOME) client.welcomed();
    else if (buffer[start + NAME_AT] === REFUSED_OR_RESET) client.wasRefused(buffer.toString("utf8", start, end));
    return false;
  }

  /** What each sender says first: a note of its own. */
  begin(client) {
    client.note = `note:${crypto.randomUUID()}`;
    client.text = `Lappu ${client.index}`;
    return this.#adding(client.note, client.text, FIRST_OF_SETUP + client.index);
  }

  /** Of ten operations six move a note, three write in it and one adds another. */
  operation(client, number) {
    const text = `Lappu ${client.index} korjattu ${number} `.padEnd(this.#textLength, "lorem ipsum ");
    if (number % 10 === 0) return this.#adding(`note:${crypto.randomUUID()}`, text, number);
    if (number % 10 < 4) {
      const was = client.text;
      client.text = text;
      return said({ id: this.idOf(number), type: "note.write", note: client.note, was, text });
    }
    const zone = this.board.zones[Math.trunc(number / 7) % this.board.zones.length];
    return said({ id: this.idOf(number), type: "note.move", note: client.note, zone, order: `a${number % 9}` });
  }

  cursor(number) {
    const [x, y] = [number % 10_000, (number * 7) % 10_000];
    return `42/live,["here",{"zone":"${this.board.zones[0]}","x":${x},"y":${y}}]`;
  }

  scan(buffer, start, end, found) {
    for (let at = buffer.indexOf(KEY, start); at >= 0 && at < end; at = buffer.indexOf(KEY, at)) {
      at += KEY.length;
      const number = Number.parseInt(buffer.toString("latin1", at + UUID_HEAD.length, at + UUID_LENGTH), 16);
      if (number < FIRST_OF_SETUP) found(number);
    }
  }

  idOf(number) {
    return UUID_HEAD + number.toString(16).padStart(12, "0");
  }

  #auth(client) {
    const { epoch = null, seq = null } = client.state ?? {};
    return { token: this.token(client), document: this.board.id, protocol: 1, epoch, since: seq };
  }

  #adding(note, text, number) {
    const { kind, zones } = this.board;
    return said({ id: this.idOf(number), type: "note.add", note, kind, text, zone: zones[0], order: "a1" });
  }
}

function said(operation) {
  return `42/live,["ops",[${JSON.stringify(operation)}]]`;
}
