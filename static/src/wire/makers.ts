/** Doubles of what the wire hangs on, for its tests. */

type Listener = (...sent: unknown[]) => void;

/** The client library's socket, as far as the wire uses it; the test is the server. */
export class FakeSocket {
  readonly io = { opts: { transports: [] as string[] } };
  readonly sent: { readonly name: string; readonly data: unknown }[] = [];
  readonly #listeners = new Map<string, Listener>();
  readonly #auth: (tell: (auth: unknown) => void) => void;
  #any: Listener = () => undefined;
  connected = false;
  active = true;
  dials = 0;
  auth: unknown;

  constructor(auth: (tell: (auth: unknown) => void) => void) {
    this.#auth = auth;
  }

  get volatile(): this {
    return this;
  }

  on(name: string, listener: Listener): void {
    this.#listeners.set(name, listener);
  }

  onAny(listener: Listener): void {
    this.#any = listener;
  }

  emit(name: string, data: unknown): void {
    this.sent.push({ name, data });
  }

  connect(): void {
    this.dials += 1;
    this.active = true;
    this.#auth((auth) => (this.auth = auth));
  }

  disconnect(): void {
    if (this.connected) this.breaks("io client disconnect");
  }

  // What the server does.
  accepts(): void {
    this.connected = true;
    this.#tell("connect");
  }

  breaks(reason = "transport close"): void {
    this.connected = false;
    this.#tell("disconnect", reason);
  }

  refuses(error: Error & { data?: unknown }, isByServer: boolean): void {
    this.active = !isByServer;
    this.#tell("connect_error", error);
  }

  says(name: string, data: unknown): void {
    this.#any(name, data);
    this.#tell(name, data);
  }

  #tell(name: string, data?: unknown): void {
    this.#listeners.get(name)?.(data);
  }
}
