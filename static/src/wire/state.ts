/** The state of a document, over HTTP: what the socket's events continue. */

import type { Seat, State } from "../board/boot";

/** The server has answered, and trying again will not change the answer. */
export class NotForYou extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const FINAL = new Set([401, 403, 404, 410]);

/**
 * The state as this seat may see it.
 *
 * Throws `NotForYou` if the seat has ended; any other error means: try again.
 */
export async function fetchState(seat: Seat, origin = "", signal?: AbortSignal): Promise<State> {
  const answer = await fetch(origin + seat.urls.state, {
    headers: { Authorization: `Bearer ${seat.token}`, Accept: "application/json" },
    credentials: "omit",
    cache: "no-store",
    ...(signal ? { signal } : {}),
  });
  if (answer.ok) return (await answer.json()) as State;
  if (FINAL.has(answer.status)) throw await notForYou(answer);
  throw new Error(`state: ${answer.status}`);
}

async function notForYou(answer: Response): Promise<NotForYou> {
  const said = (await answer.json().catch(() => ({}))) as { code?: string; message?: string };
  return new NotForYou(said.code ?? `http.${answer.status}`, said.message ?? "");
}
