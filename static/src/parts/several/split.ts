/** A note that names two organisations becomes a note for each: *PRH · Verohallinto*. It is offered, never done by itself. */

import { newId } from "../../board/id";
import type { Note } from "../../board/items";
import type { Wish } from "../../board/operations";
import { placesAt, spotOf } from "../../board/place";
import type { Spot } from "../../board/place";
import { FARTHEST, onPlane } from "../../board/scale";
import { act } from "../acts";
import type { Desk } from "../desk";
import { partsOf } from "../fields/parties";
import { mayAdd, mayWrite } from "../may";
import { kindOf } from "../wording";

const ASIDE = FARTHEST / 25;

/** Who is in a lane is counted by notes, so two in one note would count as one. */
function maySplit(desk: Desk, note: Note): boolean {
  const isNamed = kindOf(desk, note.kind)?.tint === "org" && partsOf(note.text).length > 1;
  return isNamed && mayAdd(desk) && mayWrite(desk, note);
}

/** The offer, as one of the things that can be done to a note. */
export function waySplit(desk: Desk, note: Note) {
  const word = desk.say("tool.split", { count: partsOf(note.text).length });
  return { word, icon: "git-branch", may: maySplit(desk, note), act: () => splitNote(desk, note) };
}

/** The first keeps the note, its arrows and its theme; the others come after it with the same fields. */
function splitNote(desk: Desk, note: Note): void {
  const [first = "", ...others] = partsOf(note.text);
  const arrangement = desk.latest.peek();
  const { places, room } = placesAt(arrangement, beside(spotOf(arrangement, note)), others.length);
  const added = others.map((text, i): Wish => ({
    type: "note.add",
    note: newId("note"),
    kind: note.kind,
    text,
    lang: note.lang ?? desk.language,
    ...(note.fields ? { fields: note.fields } : {}),
    ...(places[i] ?? { zone: note.zone }),
  }));
  const write: Wish = { type: "note.write", note: note.id, was: note.text, text: first };
  act(desk, [...room, write, ...added], "undo.split");
  desk.tell(desk.say("split.told", { texts: [first, ...others].join(", ") }));
}

function beside({ zone, index, x, y }: Spot): Spot {
  if (x !== undefined && y !== undefined) return { zone, x: onPlane(x + ASIDE), y: onPlane(y - ASIDE) };
  return { zone, index: (index ?? 0) + 1 };
}
