/** One person at the board: a connection, and what came of it. */
import { Socket, TEXT } from "./socket.mjs";

export class Client {
  #protocol;
  #options;
  #deliveries;
  #socket = null;
  #settle = null;
  isWelcome = false;
  isGone = false;
  isStalled = false;
  state = null; // {epoch, seq} of a state that was fetched before
  refusals = [];

  constructor(index, protocol, options, deliveries) {
    this.index = index;
    this.#protocol = protocol;
    this.#options = options;
    this.#deliveries = deliveries;
  }

  /** Connect. Resolves once welcome, or once it is certain that it will not be. */
  come() {
    this.#socket = new Socket(this.#options.host, this.#options.port, this.#protocol.path, this);
    return new Promise((resolve) => (this.#settle = resolve));
  }

  get isHere() {
    return this.isWelcome && !this.isGone;
  }

  get bytes() {
    return this.#socket?.bytes ?? 0;
  }

  send(text) {
    if (!this.isGone) this.#socket.send(text);
  }

  /** Send the next operation of the mix. */
  act() {
    const number = this.#deliveries.begin(this.index);
    this.send(this.#protocol.operation(this, number));
  }

  stall() {
    this.isStalled = true;
    this.#socket.pause();
  }

  leave() {
    this.#socket?.end();
  }

  // --- What its socket and its protocol tell it ---

  opened() {
    this.#protocol.opened(this);
  }

  received(buffer, start, end, opcode) {
    if (opcode === TEXT && this.#protocol.isNews(this, buffer, start, end)) {
      this.#deliveries.arrived(this.index, buffer, start, end);
    }
  }

  welcomed() {
    this.isWelcome = true;
    this.#settle();
  }

  failed(why) {
    this.refusals.push(why);
    this.#settle();
  }

  wasRefused(why) {
    this.refusals.push(why);
  }

  closed(error) {
    this.isGone = true;
    if (error) this.refusals.push(error.message);
    this.#settle();
  }
}
