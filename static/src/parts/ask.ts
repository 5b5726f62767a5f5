/** A call of the API with the seat's token: what it gave, or the server's sentence why not. */

import type { Boot } from "../board/boot";

/** `message` is in the reader's language; empty where the server could not be reached. */
export type Answer<T> = { readonly got: T } | { readonly message: string };

export async function ask<T>(boot: Boot, verb: string, url: string, body?: unknown): Promise<Answer<T>> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers: Record<string, string> = { Authorization: `Bearer ${boot.token}`, "Accept-Language": boot.language };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    const answer = await fetch(url, { method: verb, headers, credentials: "omit", cache: "no-store", ...sent });
    const said: unknown = answer.status === 204 ? null : await answer.json();
    return answer.ok ? { got: said as T } : { message: (said as { message?: string }).message ?? "" };
  } catch {
    return { message: "" }; // no connection: the caller says so, and asks again
  }
}
