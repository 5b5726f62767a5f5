/** What the keys do in a row: the same acts as on a note elsewhere, and those of a spreadsheet. */

import type { Note } from "../../board/items";
import { chosenAfter } from "../../parts/chosen";
import type { Desk } from "../../parts/desk";
import { mayChange, mayRewrite } from "../../parts/may";
import { held, nudgeBy, onLetter } from "../../parts/note-keys";
import { removeSeveral, setFieldsOf } from "../../parts/several/several";
import { TEXT } from "./columns";
import type { Cell, Column } from "./columns";
import { leaveTheme } from "./themes";
import type { Grid } from "./useGrid";

interface Pressed {
  readonly note: Note;
  readonly column: Column;
  readonly cell: Cell;
  /** Change the cell, or say why it cannot be. */
  readonly begin: () => void;
}

/** Whether the key meant something here. */
export function onRowKey(event: KeyboardEvent, desk: Desk, grid: Grid, pressed: Pressed): boolean {
  const { note } = pressed;
  if (event.altKey) return event.key.startsWith("Arrow") && mayChange(desk, note) && nudgeBy(desk, note, event.key);
  if (event.shiftKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) return choose(event.key, desk, grid);
  const ctrl = event.ctrlKey || event.metaKey;
  const to = event.shiftKey ? null : grid.to(event.key, ctrl);
  if (to) grid.go(to);
  return to !== null || (!ctrl && onPlain(event, desk, pressed));
}

/** The row with the focus and the next one join those in hand. */
function choose(key: string, desk: Desk, grid: Grid): boolean {
  const from = grid.at.peek();
  const to = grid.to(key, false);
  if (!to) return false;
  desk.inHand.value = new Set([...desk.inHand.peek(), ...[from.row, to.row].filter((row) => row.startsWith("note:"))]);
  desk.tell(desk.say("tool.inhand", { count: desk.inHand.peek().size }));
  grid.go(to);
  return true;
}

function onPlain(event: KeyboardEvent, desk: Desk, pressed: Pressed): boolean {
  const { note, begin } = pressed;
  switch (event.key) {
    case "Enter":
    case "F2":
      begin();
      return true;
    case " ":
      desk.inHand.value = chosenAfter(desk.inHand.peek(), note.id, true);
      return true;
    case "Delete":
    case "Backspace":
      return clear(desk, pressed);
    default:
      return desk.letters.peek() && onLetter(event, desk, note);
  }
}

/** On the text it removes the note, on a field or the theme it takes away what is said there. */
function clear(desk: Desk, { note, column: { key, field }, cell }: Pressed): boolean {
  if (key === TEXT) {
    if (mayRewrite(desk, note)) removeSeveral(desk, held(desk, note));
    return mayRewrite(desk, note);
  }
  if (cell.from !== "own" || !cell.text) return false;
  if (field) setFieldsOf(desk, [note], { [field.key]: null });
  else if (key === "=cluster") leaveTheme(desk, note);
  return field !== undefined || key === "=cluster";
}
