/** What the keys do on a note: the same acts as the buttons and the drag. Letters work only while a note has the focus. */

import type { Note } from "../board/items";
import { places, spotOf } from "../board/place";
import type { Area, Spot } from "../board/place";
import { FARTHEST, onPlane } from "../board/scale";
import { castVote, withdrawVote } from "./acts";
import type { Desk } from "./desk";
import { mayChange, mayRewrite, mayVote, mayWrite } from "./may";
import { chosenAfter } from "./chosen";
import { focusNote } from "./focus-note";
import { openComments } from "./comments/commenting";
import { mayTie, openTie } from "./register/tie";
import { moveSeveral, removeSeveral } from "./several/several";
import { isVotedOn, whyNoVote } from "./voting";

type Arrow = "up" | "down" | "left" | "right";

const ARROWS: Readonly<Record<string, Arrow>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const NUDGE = FARTHEST / 20;

/** Answers a key that was pressed in a zone's list; only the notes themselves have keys, their buttons have their own. */
export function onNoteKey(event: KeyboardEvent, desk: Desk, area: Area): void {
  const face = event.target as HTMLElement;
  const note = area.notes.find(({ id }) => id === face.dataset.note);
  if (!note || !face.matches("[data-note]")) return;
  const arrow = ARROWS[event.key];
  const moves = event.altKey || event.ctrlKey || event.metaKey;
  const done = arrow
    ? onArrow(desk, area, note, arrow, moves ? "move" : event.shiftKey ? "choose" : "go")
    : !event.altKey && !moves && onPlain(event, desk, area, note);
  if (!done) return;
  event.preventDefault();
  event.stopPropagation();
}

function onArrow(desk: Desk, area: Area, note: Note, arrow: Arrow, does: "go" | "choose" | "move"): boolean {
  if (does === "move") return mayChange(desk, note) && nudge(desk, area, note, arrow);
  const next = neighbour(desk, area, note, arrow);
  if (does === "choose") {
    desk.inHand.value = new Set([...desk.inHand.peek(), note.id, ...(next ? [next.id] : [])]);
    desk.tell(desk.say("tool.inhand", { count: desk.inHand.peek().size }));
  }
  if (next) focusNote(next.id);
  return true;
}

function onPlain(event: KeyboardEvent, desk: Desk, area: Area, note: Note): boolean {
  if (desk.holding.left.peek().has(note.id) && event.key !== "Home" && event.key !== "End") return false;
  const whole = mayRewrite(desk, note);
  switch (event.key) {
    case " ":
      desk.inHand.value = chosenAfter(desk.inHand.peek(), note.id, event.shiftKey || desk.several.peek());
      return true;
    case "Home":
    case "End":
      focusNote((event.key === "Home" ? area.notes[0] : area.notes.at(-1))?.id);
      return true;
    case "Enter":
    case "F2":
      if (mayWrite(desk, note)) desk.writing.value = note.id;
      return mayWrite(desk, note);
    case "Delete":
    case "Backspace":
      if (whole) removeSeveral(desk, held(desk, note));
      return whole;
    default:
      return desk.letters.peek() && onLetter(event, desk, note);
  }
}

/** The letters that open what is done to a note, wherever it is drawn. */
export function onLetter(event: KeyboardEvent, desk: Desk, note: Note): boolean {
  const may = mayChange(desk, note);
  const notes = held(desk, note).map(({ id }) => id);
  switch (event.key.toLowerCase()) {
    case "m":
      if (may) desk.dialog.value = { name: "move", notes };
      return may;
    case "i":
      if (mayWrite(desk, note)) desk.dialog.value = { name: "fields", notes };
      return may;
    case "l":
      if (may && desk.boot.method.links.length > 0) desk.dialog.value = { name: "link", from: note.id };
      return may;
    case "r":
      if (mayTie(desk, note)) openTie(desk, note.id);
      return mayTie(desk, note);
    case "t":
      if (may) desk.dialog.value = { name: "cluster", notes };
      return may;
    case "k":
      openComments(desk, note.id);
      return true;
    case "v":
      return vote(desk, note, event.shiftKey);
    default:
      return false;
  }
}

function vote(desk: Desk, note: Note, back: boolean): boolean {
  const voting = desk.voting.peek();
  const area = desk.latest.peek().areaOf(note);
  if (!voting.open || !mayVote(desk) || !isVotedOn(voting.open, area.zone)) return false;
  const last = voting.mine.get(note.id)?.at(-1);
  if (back && last) {
    withdrawVote(desk, last);
    desk.tell(desk.say("vote.taken", { count: voting.left + 1 }));
  } else if (!back && whyNoVote(voting, note.id) === null) {
    castVote(desk, voting.open, note.id);
    desk.tell(desk.say("vote.given", { count: voting.left - 1 }));
  } else if (!back) desk.tell(desk.say("vote.none.left"));
  return true;
}

/** The notes in hand if this is one of them, else this one. */
export function held(desk: Desk, note: Note): readonly Note[] {
  const { inHand, arrangement } = desk;
  if (!inHand.peek().has(note.id)) return [note];
  const all = arrangement.peek().areas.flatMap(({ notes }) => notes);
  return all.filter((each) => inHand.peek().has(each.id) && mayChange(desk, each));
}

/** Up and down within the zone; left and right to the next phase of a matrix, else within the zone too. */
function neighbour(desk: Desk, area: Area, note: Note, arrow: Arrow): Note | undefined {
  const at = area.notes.findIndex(({ id }) => id === note.id);
  const step = arrow === "up" || arrow === "left" ? -1 : 1;
  const isAcross = (arrow === "left" || arrow === "right") && area.lane !== undefined;
  if (!isAcross || desk.view.peek() === "list") return area.notes[at + step];
  const lane = desk.arrangement.peek().lanes.find(({ id }) => id === area.lane);
  const cells = lane?.cells ?? [];
  const from = cells.findIndex(({ id }) => id === area.id);
  const beyond = step > 0 ? cells.slice(from + 1) : cells.slice(0, Math.max(0, from)).toReversed();
  const next = beyond.find(({ notes }) => notes.length > 0);
  return next?.notes[Math.min(at, next.notes.length - 1)];
}

/** The same where a note stands in no list of its zone. */
export function nudgeBy(desk: Desk, note: Note, key: string): boolean {
  const arrow = ARROWS[key];
  return arrow !== undefined && nudge(desk, desk.arrangement.peek().areaOf(note), note, arrow);
}

/** Move the note one step: in its list, to the next zone that takes it, or a little on a plane. */
function nudge(desk: Desk, area: Area, note: Note, arrow: Arrow): boolean {
  const spot = area.sort === "plane" ? onPlaneBy(note, area, arrow) : inListBy(desk, area, note, arrow);
  const others = held(desk, note).filter(({ id }) => id !== note.id);
  if (!spot) return true;
  // Within a list each has its own next place, so only the one with the focus goes there.
  const together = spot.zone !== area.id || area.sort === "plane" ? others : [];
  moveSeveral(desk, [note, ...together], spot);
  return true;
}

function onPlaneBy(note: Note, area: Area, arrow: Arrow): Spot {
  const across = { left: -NUDGE, right: NUDGE, up: 0, down: 0 }[arrow];
  const up = { up: NUDGE, down: -NUDGE, left: 0, right: 0 }[arrow];
  return { zone: area.id, x: onPlane((note.x ?? 0) + across), y: onPlane((note.y ?? 0) + up) };
}

function inListBy(desk: Desk, area: Area, note: Note, arrow: Arrow): Spot | undefined {
  const arrangement = desk.arrangement.peek();
  const step = arrow === "up" || arrow === "left" ? -1 : 1;
  const index = spotOf(arrangement, note).index ?? 0;
  const stays = index + step >= 0 && index + step < area.notes.length;
  if ((arrow === "up" || arrow === "down") && stays && area.sort === "flow")
    return { zone: area.id, index: index + step };
  const taking = places(arrangement, note.kind).filter(({ spot }) =>
    isInLine(arrangement.area(spot.zone), area, arrow),
  );
  const from = taking.findIndex(({ spot }) => spot.zone === area.id);
  return taking[from + step]?.spot;
}

/** In a matrix left and right keep the lane, up and down keep the phase. */
function isInLine(other: Area | undefined, area: Area, arrow: Arrow): boolean {
  if (area.lane === undefined || !other) return true;
  return arrow === "left" || arrow === "right" ? other.lane === area.lane : other.phase === area.phase;
}
