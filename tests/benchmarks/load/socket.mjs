/** A very cheap WebSocket client. It never decodes a payload: it hands (buffer, start, end, opcode) to its owner. */
import net from "node:net";

export const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;
const HANDSHAKE_END = "\r\n\r\n";
// The example of RFC 6455, 1.3: the bare servers know its answer by heart.
const KEY = "dGhlIHNhbXBsZSBub25jZQ==";
const MASK = [0x37, 0xfa, 0x21, 0x3d]; // not zero, so that the server pays for unmasking as it does with browsers

export class Socket {
  #socket;
  #rest = null; // a frame that has only begun to arrive
  #head = Buffer.alloc(0);
  #isOpen = false;
  #owner;
  bytes = 0;

  /** owner: {opened(), received(buffer, start, end, opcode), closed(error?)} */
  constructor(host, port, path, owner) {
    this.#owner = owner;
    this.#socket = net.connect({ host, port });
    this.#socket.setNoDelay(true);
    this.#socket.on("connect", () => this.#socket.write(request(host, port, path)));
    this.#socket.on("data", (data) => this.#arrived(data));
    let error;
    this.#socket.on("error", (fault) => (error = fault));
    this.#socket.on("close", () => owner.closed(error));
  }

  send(text) {
    this.#socket.write(masked(Buffer.from(text), TEXT));
  }

  /** Stop reading: the system's buffers fill, then the server's. */
  pause() {
    this.#socket.pause();
  }

  end() {
    this.#socket.destroy();
  }

  #arrived(data) {
    this.bytes += data.length;
    if (this.#isOpen) return this.#read(data);
    this.#head = Buffer.concat([this.#head, data]);
    const end = this.#head.indexOf(HANDSHAKE_END);
    if (end < 0) return undefined;
    if (!this.#head.toString("latin1", 0, 32).startsWith("HTTP/1.1 101")) {
      return this.#socket.destroy(new Error(`refused: ${this.#head.toString("latin1", 0, 32)}`));
    }
    this.#isOpen = true;
    this.#owner.opened();
    return this.#read(this.#head.subarray(end + HANDSHAKE_END.length));
  }

  #read(data) {
    const buffer = this.#rest ? Buffer.concat([this.#rest, data]) : data;
    let at = 0;
    for (;;) {
      const frame = frameAt(buffer, at);
      if (!frame) break;
      this.#take(buffer, frame);
      at = frame.end;
    }
    this.#rest = at < buffer.length ? Buffer.from(buffer.subarray(at)) : null;
  }

  #take(buffer, { start, end, opcode }) {
    if (opcode === PING) this.#socket.write(masked(buffer.subarray(start, end), PONG));
    else if (opcode === CLOSE) this.#socket.end();
    else this.#owner.received(buffer, start, end, opcode);
  }
}

function request(host, port, path) {
  return [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}:${port}`,
    `Origin: http://${host}:${port}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Key: ${KEY}`,
    "Sec-WebSocket-Version: 13",
    HANDSHAKE_END.slice(2),
  ].join("\r\n");
}

/** Where the frame that begins here has its payload; null until all of it has arrived. */
function frameAt(buffer, at) {
  const there = buffer.length - at;
  if (there < 2) return null;
  let length = buffer[at + 1] & 127;
  let head = 2;
  if (length === 126) {
    if (there < 4) return null;
    length = buffer.readUInt16BE(at + 2);
    head = 4;
  } else if (length === 127) {
    if (there < 10) return null;
    length = Number(buffer.readBigUInt64BE(at + 2));
    head = 10;
  }
  if (there < head + length) return null;
  return { start: at + head, end: at + head + length, opcode: buffer[at] & 15 };
}

function masked(payload, opcode) {
  const length = payload.length;
  const head = length < 126 ? 6 : 8;
  if (length >= 65_536) throw new Error("a client sends no frame as long as that");
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (length < 126 ? length : 126);
  if (length >= 126) frame.writeUInt16BE(length, 2);
  for (let index = 0; index < 4; index += 1) frame[head - 4 + index] = MASK[index];
  for (let index = 0; index < length; index += 1) frame[head + index] = payload[index] ^ MASK[index & 3];
  return frame;
}
