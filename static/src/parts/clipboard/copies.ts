/** New notes that say what others say: pasted into a place, or made beside them. Votes, arrows and authors are not copied. */

import { newId } from "../../board/id";
import type { Note } from "../../board/items";
import type { Wish } from "../../board/operations";
import { placesAt, spotOf } from "../../board/place";
import type { Area, Spot } from "../../board/place";
import { FARTHEST, onPlane } from "../../board/scale";
import { act } from "../acts";
import type { Desk } from "../desk";
import { notify } from "../notice";
import { kindsIn, nameOf } from "../wording";
import { copyOf } from "./copied";
import type { Copied } from "./copied";

/** How far from a note its copy lies: on a plane, and around a ring. */
const ASIDE = FARTHEST / 25;
const ALONG = 150;

/** As one act. A kind that the place does not take becomes its first one, without the fields that only the old one has. */
export function addCopies(desk: Desk, copies: readonly Copied[], spot: Spot): void {
  const area = desk.arrangement.peek().area(spot.zone);
  if (area) add(desk, wishesFor(desk, copies, spot, area), nameOf(desk, area));
}

/** Beside the notes, after the last of them in each place, as one act. */
export function copyBeside(desk: Desk, notes: readonly Note[]): void {
  const arrangement = desk.arrangement.peek();
  const areas = new Set(notes.map((note) => arrangement.areaOf(note)));
  const wishes = [...areas].flatMap((area) => {
    const here = notes.filter((note) => arrangement.areaOf(note) === area);
    if (area.sort !== "flow") return here.flatMap((note) => wishesFor(desk, [copyOf(note)], aside(desk, note), area));
    const index = Math.max(...here.map((note) => spotOf(arrangement, note).index ?? 0)) + 1;
    return wishesFor(desk, here.map(copyOf), { zone: area.id, index }, area);
  });
  add(desk, wishes, [...areas].map((area) => nameOf(desk, area)).join(", "));
}

function aside(desk: Desk, note: Note): Spot {
  const { zone, index, x, y } = spotOf(desk.arrangement.peek(), note);
  if (x !== undefined && y !== undefined) return { zone, x: onPlane(x + ASIDE), y: onPlane(y - ASIDE) };
  return { zone, index: (index ?? 0) + 1, ...(note.angle === undefined ? {} : { angle: note.angle + ALONG }) };
}

function wishesFor(desk: Desk, copies: readonly Copied[], spot: Spot, area: Area): readonly Wish[] {
  const { places, room } = placesAt(desk.arrangement.peek(), spot, copies.length);
  const kinds = kindsIn(desk, area).map(({ key }) => key);
  const added = copies.flatMap(({ kind, text, lang, fields, picture }, i): readonly Wish[] => {
    const takes = kinds.includes(kind);
    const taken = takes ? kind : kinds[0];
    if (taken === undefined) return [];
    const known = { ...(takes && fields ? { fields } : {}), ...(picture ? { picture } : {}) };
    const place = places[i] ?? { zone: area.id };
    return [
      { type: "note.add", note: newId("note"), kind: taken, text, lang: lang ?? desk.language, ...known, ...place },
    ];
  });
  return [...room, ...added];
}

function add(desk: Desk, wishes: readonly Wish[], zone: string): void {
  const notes = wishes.flatMap((wish) => (wish.type === "note.add" ? [wish.note] : []));
  if (notes.length === 0) return;
  act(desk, wishes, "undo.add");
  desk.inHand.value = new Set(notes);
  const count = notes.length;
  notify(desk, count === 1 ? desk.say("note.added", { zone }) : desk.say("note.added.many", { zone, count }));
}
