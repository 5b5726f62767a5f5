/** What is done to the chosen notes at once: each as one act, and a sentence for those that it could not be done to. */

import type { Fields, Note } from "../../board/items";
import type { Wish } from "../../board/operations";
import type { Spot } from "../../board/place";
import { act, moveNotes, removeNotes } from "../acts";
import type { Desk } from "../desk";
import { mayChange, mayRewrite, mayWrite } from "../may";
import { notify } from "../notice";
import { kindOf, nameOf } from "../wording";

export function removeSeveral(desk: Desk, notes: readonly Note[]): void {
  const [mine, others] = parted(notes, (note) => mayRewrite(desk, note));
  if (others.length === 0) return removeNotes(desk, mine);
  removeNotes(desk, mine);
  desk.inHand.value = new Set(others.map(({ id }) => id));
  notify(desk, desk.say("several.removed", { count: mine.length, left: others.length }));
}

/** Those that the place takes; the others stay where they are. */
export function moveSeveral(desk: Desk, notes: readonly Note[], spot: Spot): void {
  const area = desk.arrangement.peek().area(spot.zone);
  if (!area) return;
  const [going, staying] = parted(notes, (note) => area.accepts.includes(note.kind) && mayChange(desk, note));
  if (going.length > 0) moveNotes(desk, going, spot);
  if (staying.length === 0) return;
  const figures = { count: going.length, left: staying.length, zone: nameOf(desk, area) };
  notify(desk, desk.say("several.moved", figures));
}

/** Where a place does not take the kind, its notes keep theirs. */
export function setKind(desk: Desk, notes: readonly Note[], kind: string): void {
  const [mine, others] = parted(notes, (note) => mayRewrite(desk, note));
  const [fitting, unfitting] = parted(mine, (note) => desk.arrangement.peek().areaOf(note).accepts.includes(kind));
  const changing = fitting.filter((note) => note.kind !== kind);
  if (changing.length > 0) {
    const wishes = changing.map((note): Wish => ({ type: "note.set", note: note.id, fields: { kind } }));
    act(desk, wishes, "undo.kind");
  }
  const figures = { count: changing.length, others: others.length, left: unfitting.length };
  const words =
    others.length > 0 ? "several.kind.others" : unfitting.length > 0 ? "several.kind.unfit" : "several.kind";
  notify(desk, desk.say(words, figures));
}

/** Say the same of each that has these fields and may be written in; null takes a value away. */
export function setFieldsOf(desk: Desk, notes: readonly Note[], fields: Fields): void {
  const names = Object.keys(fields);
  const having = (note: Note) => {
    const known = kindOf(desk, note.kind)?.fields.map(({ key }) => key) ?? [];
    return names.every((name) => known.includes(name)) && mayWrite(desk, note);
  };
  const [mine, others] = parted(notes, having);
  if (mine.length > 0) {
    const wishes = mine.map((note): Wish => ({ type: "note.set", note: note.id, fields }));
    act(desk, wishes, "undo.fields", `fields ${names.join()} ${mine.map(({ id }) => id).join()}`);
    desk.tell(desk.say("fields.changed", { count: mine.length }));
  }
  if (others.length > 0) notify(desk, desk.say("fields.left", { count: mine.length, left: others.length }));
}

function parted(notes: readonly Note[], may: (note: Note) => boolean): readonly [readonly Note[], readonly Note[]] {
  return [notes.filter(may), notes.filter((note) => !may(note))];
}
