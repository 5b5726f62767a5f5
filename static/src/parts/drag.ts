/**
 * Dragging notes with Pointer Events.
 *
 * A mouse begins after six pixels, a finger after a long press, so that clicks stay clicks and a swipe still scrolls. What
 * is dragged is a picture of the note: nothing moves on the board until it is let go. All of it can be done by *Move to…*
 * and by keys too.
 */

import type { Note } from "../board/items";
import type { Spot } from "../board/place";
import type { Desk } from "./desk";
import { leaveClick } from "./leave-click";
import { mayChange } from "./may";
import { notify } from "./notice";
import { held } from "./note-keys";
import { moveSeveral } from "./several/several";
import { spotUnder } from "./spot-under";
import { StageScroll } from "./stage-scroll";
import { nameOf } from "./wording";

const SLACK_PIXELS = 6;
const HOLD_MILLISECONDS = 380;
const FINGER_SLACK_PIXELS = 10;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A pointer went down on a note: it may become a drag. */
export function grip(event: PointerEvent, desk: Desk, note: Note): void {
  const card = (event.currentTarget as Element).closest<HTMLElement>(".note");
  const target = event.target as Element;
  // In the List a mouse chooses text, as on any page; it lifts a note by what is around the text.
  const isReading = event.pointerType !== "touch" && desk.view.peek() === "list" && target.closest(".note-text");
  const onControl = isReading || target.closest("button, textarea, a, select") !== null;
  if (event.button !== 0 || onControl || !card || !mayChange(desk, note) || desk.writing.peek() === note.id) return;
  new Drag(event, desk, note, card).listen();
}

class Drag {
  readonly #desk: Desk;
  readonly #note: Note;
  readonly #card: HTMLElement;
  readonly #from: Point;
  readonly #pointer: number;
  readonly #touch: boolean;
  readonly #scroll = new StageScroll();
  /** The note itself first, then the others in hand. */
  readonly #carried: readonly Note[];
  #hold: ReturnType<typeof setTimeout> | undefined;
  #picture: HTMLElement | null = null;
  #zoom = 1;
  #offset: Point = { x: 0, y: 0 };
  /** Of the picture, from its corner; measured once, since that lays out the page. */
  #middle: Point | null = null;
  #spot: Spot | null = null;

  constructor(event: PointerEvent, desk: Desk, note: Note, card: HTMLElement) {
    this.#desk = desk;
    this.#note = note;
    this.#carried = [note, ...held(desk, note).filter(({ id }) => id !== note.id)];
    this.#card = card;
    this.#from = { x: event.clientX, y: event.clientY };
    this.#pointer = event.pointerId;
    this.#touch = event.pointerType === "touch";
  }

  listen(): void {
    window.addEventListener("pointermove", this.#move);
    window.addEventListener("pointerup", this.#drop);
    window.addEventListener("pointercancel", this.#stop);
    window.addEventListener("keydown", this.#key, true);
    if (!this.#touch) return;
    // Not passive: once the note is lifted, the finger no longer scrolls.
    window.addEventListener("touchmove", this.#still, { passive: false });
    this.#hold = setTimeout(() => this.#begin(this.#from), HOLD_MILLISECONDS);
  }

  readonly #move = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointer) return;
    const at = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(at.x - this.#from.x, at.y - this.#from.y);
    if (this.#picture) this.#follow(at);
    else if (this.#touch && far > FINGER_SLACK_PIXELS) this.#stop();
    else if (!this.#touch && far > SLACK_PIXELS) this.#begin(at);
  };

  readonly #still = (event: TouchEvent): void => {
    if (this.#picture) event.preventDefault();
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.#stop();
  };

  #begin(at: Point): void {
    const box = this.#card.getBoundingClientRect();
    this.#zoom = this.#card.closest(".sheet") ? this.#desk.zoom.peek() : 1;
    const picture = this.#card.cloneNode(true) as HTMLElement;
    picture.classList.add("lifted");
    picture.setAttribute("aria-hidden", "true");
    picture.inert = true;
    picture.style.width = `${box.width / this.#zoom}px`;
    picture.style.zoom = String(this.#zoom);
    this.#offset = { x: this.#from.x - box.left, y: this.#from.y - box.top };
    if (this.#carried.length > 1) picture.dataset.count = String(this.#carried.length);
    document.body.append(picture);
    this.#picture = picture;
    this.#card.classList.add("left-behind");
    getSelection()?.removeAllRanges();
    if (this.#touch) navigator.vibrate?.(12);
    this.#follow(at);
  }

  #follow(at: Point): void {
    const { x, y } = { x: at.x - this.#offset.x, y: at.y - this.#offset.y };
    const picture = this.#picture;
    if (!picture) return;
    picture.style.left = `${x / this.#zoom}px`;
    picture.style.top = `${y / this.#zoom}px`;
    this.#middle ??= middleFrom(picture, x, y);
    const middle = { x: x + this.#middle.x, y: y + this.#middle.y };
    const found = spotUnder(
      at,
      middle,
      this.#carried.map(({ id }) => id),
    );
    const area = found && this.#desk.arrangement.peek().area(found.zone);
    this.#spot = found && area?.accepts.includes(this.#note.kind) ? found : null;
    picture.classList.toggle("nowhere", this.#spot === null);
    picture.dataset["over"] = this.#spot && area && area.sort !== "plane" ? nameOf(this.#desk, area) : "";
    if (!isSameSlot(this.#desk.over.peek(), this.#spot)) this.#desk.over.value = this.#spot;
    this.#scroll.towards(at);
  }

  readonly #drop = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointer) return;
    const { isLifted, spot } = { isLifted: this.#picture !== null, spot: this.#spot };
    if (this.#picture) leaveClick();
    this.#stop();
    if (spot) moveSeveral(this.#desk, this.#carried, spot);
    else if (isLifted) notify(this.#desk, this.#desk.say("note.nowhere"));
  };

  readonly #stop = (): void => {
    clearTimeout(this.#hold);
    window.removeEventListener("pointermove", this.#move);
    window.removeEventListener("pointerup", this.#drop);
    window.removeEventListener("pointercancel", this.#stop);
    window.removeEventListener("keydown", this.#key, true);
    window.removeEventListener("touchmove", this.#still);
    this.#scroll.rest();
    this.#picture?.remove();
    this.#picture = null;
    this.#card.classList.remove("left-behind");
    this.#desk.over.value = null;
  };
}

function middleFrom(picture: HTMLElement, x: number, y: number): Point {
  const { left, top, width, height } = picture.getBoundingClientRect();
  return { x: left + width / 2 - x, y: top + height / 2 - y };
}

/** Whether what is drawn under the note stays as it is. */
function isSameSlot(a: Spot | null, b: Spot | null): boolean {
  return a?.zone === b?.zone && a?.index === b?.index;
}
