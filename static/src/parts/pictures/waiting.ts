/**
 * Pictures with their notes that are on their way: kept on this device until the server has the picture, then added as notes.
 *
 * A note that names a picture is only sent once the picture is there, so nobody ever sees an empty frame.
 */

import { signal } from "@preact/signals";
import { createStore, promisifyRequest } from "idb-keyval";

import { newId } from "../../board/id";
import { placesAt } from "../../board/place";
import type { Spot } from "../../board/place";
import { KEPT_FOR_MS, PICTURES } from "../../wire/shelf";
import type { Key } from "../../wire/shelf";
import { act } from "../acts";
import type { Desk } from "../desk";
import { nameOf } from "../wording";
import { send } from "./bytes";

export interface WaitingPicture {
  readonly id: string;
  readonly at: number;
  readonly bytes: ArrayBuffer;
  readonly type: string;
  readonly kind: string;
  readonly text: string;
  readonly description: string;
  readonly spot: Spot;
  /** Why the server did not take it; its author puts it away. */
  readonly refused?: string;
}

/** In the order in which they came. */
export const waiting = signal<readonly WaitingPicture[]>([]);

/** Whether the device keeps them too, and not this page alone. */
export const isKept = signal(true);

let isSending = false;

const shelf = () => createStore(...PICTURES);
const keyOf = ({ boot }: Desk, { at, id }: WaitingPicture) =>
  [boot.you, boot.document, at, id] satisfies Key as IDBValidKey;

/** In this order. All are kept on this device before the first is sent. */
export async function bringPictures(desk: Desk, wanted: readonly Omit<WaitingPicture, "id" | "at">[]): Promise<void> {
  const at = Date.now();
  const all = wanted.map((one, nth): WaitingPicture => ({ ...one, id: newId("note"), at: at + nth }));
  waiting.value = [...waiting.peek(), ...all];
  for (const one of all) await keep(desk, one);
  await sendWaiting(desk);
}

/** What an earlier page has left, as far as the browser gives it. */
export async function takeUpWaiting(desk: Desk): Promise<void> {
  const { you, document } = desk.boot;
  try {
    const range = IDBKeyRange.bound([you, document, Date.now() - KEPT_FOR_MS], [you, document, []]);
    const found = await shelf()("readonly", (store) => promisifyRequest<WaitingPicture[]>(store.getAll(range)));
    const known = new Set(waiting.peek().map(({ id }) => id));
    waiting.value = [...waiting.peek(), ...found.filter(({ id }) => !known.has(id))];
  } catch {
    return; // a device that keeps nothing has nothing
  }
  await sendWaiting(desk);
}

/** One after the other; where there is no line, they wait for the next try. */
export async function sendWaiting(desk: Desk): Promise<void> {
  if (isSending) return;
  isSending = true;
  try {
    for (const one of waiting.peek().filter(({ refused }) => refused === undefined)) {
      const sent = await send(desk, new Blob([one.bytes], { type: one.type }));
      if (sent === null) break;
      if ("refused" in sent) {
        const told = { ...one, refused: sent.refused };
        waiting.value = waiting.peek().map((each) => (each === one ? told : each));
        await keep(desk, told);
        desk.tell(`${desk.say("picture.refused")} ${sent.refused}`, true);
        continue;
      }
      add(desk, one, sent.picture);
      await putAway(desk, one);
    }
  } finally {
    isSending = false;
  }
}

export async function putAway(desk: Desk, one: WaitingPicture): Promise<void> {
  waiting.value = waiting.peek().filter(({ id }) => id !== one.id);
  await change((store) => store.delete(keyOf(desk, one)));
}

async function keep(desk: Desk, one: WaitingPicture): Promise<void> {
  isKept.value = await change((store) => store.put(one, keyOf(desk, one)));
}

/** False where the device forbids it. */
async function change(work: (store: IDBObjectStore) => IDBRequest): Promise<boolean> {
  try {
    await shelf()("readwrite", (store) => promisifyRequest(work(store)));
    return true;
  } catch {
    return false;
  }
}

function add(
  desk: Desk,
  one: WaitingPicture,
  picture: { readonly id: string; readonly width: number; readonly height: number },
): void {
  const arrangement = desk.arrangement.peek();
  const area = arrangement.area(one.spot.zone) ?? arrangement.unplaced;
  const { places, room } = placesAt(arrangement, area.id === one.spot.zone ? one.spot : { zone: area.id }, 1);
  const described = one.description ? { ...picture, description: one.description } : picture;
  act(
    desk,
    [
      ...room,
      {
        type: "note.add",
        note: one.id,
        kind: one.kind,
        text: one.text,
        lang: desk.language,
        ...(places[0] ?? { zone: area.id }),
        picture: described,
      },
    ],
    "undo.add",
  );
  desk.tell(desk.say("note.added", { zone: nameOf(desk, area) }));
}
