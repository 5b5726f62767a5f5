/** A picture's bytes, to and from the server. They are fetched once a page, and only by whoever sees the note. */

import type { Picture } from "../../board/items";
import type { Desk } from "../desk";

export type Size = "small" | "whole";

/** What came of sending one: the picture, a sentence why not, or null while there is no line. */
export type Sent = { readonly picture: Picture } | { readonly refused: string } | null;

const fetched = new Map<string, Promise<string | null>>();
const STATUS_BUSY = new Set([429, 502, 503, 504]);

export async function send(desk: Desk, bytes: Blob): Promise<Sent> {
  try {
    const answer = await fetch(addressOf(desk), {
      method: "POST",
      headers: { ...headersOf(desk), "Content-Type": bytes.type || "application/octet-stream" },
      body: bytes,
    });
    if (STATUS_BUSY.has(answer.status)) return null;
    const said = (await answer.json()) as Picture & { readonly message?: string };
    if (!answer.ok) return { refused: said.message ?? desk.say("picture.unread") };
    const { id, width, height } = said;
    const own = Promise.resolve(URL.createObjectURL(bytes)); // shown before its note is stored: nobody is asked for it
    for (const size of ["small", "whole"] satisfies Size[]) fetched.set(`${id}/${size}`, own);
    return { picture: { id, width, height } };
  } catch {
    return null; // no line: it waits
  }
}

/** An address of this page for an `img`; null where it is not there, or not to be had just now. */
export function sourceOf(desk: Desk, { id }: Picture, size: Size): Promise<string | null> {
  const key = `${id}/${size}`;
  const before = fetched.get(key);
  if (before) return before;
  const coming = fetchPicture(desk, id, size);
  fetched.set(key, coming);
  void coming.then((source) => source ?? fetched.delete(key));
  return coming;
}

async function fetchPicture(desk: Desk, id: string, size: Size): Promise<string | null> {
  try {
    const answer = await fetch(`${addressOf(desk)}/${id}${size === "small" ? "?size=small" : ""}`, {
      headers: headersOf(desk),
    });
    return answer.ok ? URL.createObjectURL(await answer.blob()) : null;
  } catch {
    return null;
  }
}

function addressOf({ boot }: Desk): string {
  return `/api/v1/boards/${encodeURIComponent(boot.document)}/pictures`;
}

function headersOf({ boot, language }: Desk): Record<string, string> {
  return { Authorization: `Bearer ${boot.token}`, "Accept-Language": language };
}
