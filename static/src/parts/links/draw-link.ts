/**
 * Drawing an arrow from a note's handle to another note, by mouse, pen or finger.
 *
 * The note under the pointer says whether an arrow can go there before it is let go. Everything here can be done by
 * *Add arrow* and by keys too.
 */

import type { Note } from "../../board/items";
import type { Desk } from "../desk";
import { leaveClick } from "../leave-click";
import { notify } from "../notice";
import { StageScroll } from "../stage-scroll";
import { join, noteOf, sentenceFor, whyNot } from "./connecting";

const SLACK_PIXELS = 5;
const SVG = "http://www.w3.org/2000/svg";

/** A pointer went down on a handle. */
export function draw(event: PointerEvent, desk: Desk, note: Note): void {
  if (event.button !== 0) return;
  event.stopPropagation();
  new Drawing(event, desk, note).listen();
}

class Drawing {
  readonly #desk: Desk;
  readonly #note: Note;
  readonly #handle: HTMLElement;
  readonly #pointer: number;
  readonly #from: { readonly x: number; readonly y: number };
  readonly #scroll = new StageScroll();
  #picture: { readonly svg: SVGSVGElement; readonly line: SVGPathElement; readonly tag: HTMLElement } | null = null;
  #target: HTMLElement | null = null;

  constructor(event: PointerEvent, desk: Desk, note: Note) {
    this.#desk = desk;
    this.#note = note;
    this.#handle = event.currentTarget as HTMLElement;
    this.#pointer = event.pointerId;
    this.#from = { x: event.clientX, y: event.clientY };
  }

  listen(): void {
    window.addEventListener("pointermove", this.#move);
    window.addEventListener("pointerup", this.#drop);
    window.addEventListener("pointercancel", this.#stop);
    window.addEventListener("keydown", this.#key, true);
  }

  readonly #move = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointer) return;
    const at = { x: event.clientX, y: event.clientY };
    if (!this.#picture && Math.hypot(at.x - this.#from.x, at.y - this.#from.y) < SLACK_PIXELS) return;
    this.#picture ??= picture();
    const { line, tag } = this.#picture;
    const { left, top, width, height } = this.#handle.getBoundingClientRect();
    line.setAttribute("d", `M${left + width / 2} ${top + height / 2}L${at.x} ${at.y}`);
    this.#aim(at.x, at.y);
    tag.style.transform = `translate(${Math.min(at.x + 14, innerWidth - 260)}px, ${at.y + 16}px)`;
    this.#scroll.towards(at);
  };

  /** What lies under the pointer says in words what would come of it. */
  #aim(x: number, y: number): void {
    const found = document.elementFromPoint(x, y)?.closest(".note")?.querySelector<HTMLElement>("[data-note]") ?? null;
    const target = found?.dataset.note === this.#note.id ? null : found;
    if (target === this.#target || !this.#picture) return;
    this.#target?.closest(".note")?.classList.remove("aimed", "unfit");
    this.#target = target;
    const to = noteOf(this.#desk, target?.dataset.note ?? "");
    const reason = to ? whyNot(this.#desk, this.#note, to) : null;
    target?.closest(".note")?.classList.add(reason === null ? "aimed" : "unfit");
    this.#picture.tag.textContent = to ? (reason ?? sentenceFor(this.#desk, this.#note, to)) : "";
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.#stop();
  };

  readonly #drop = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointer) return;
    const isDrawn = this.#picture !== null;
    const to = noteOf(this.#desk, this.#target?.dataset.note ?? "");
    this.#stop();
    if (!isDrawn) return;
    leaveClick();
    if (to) join(this.#desk, this.#note, to);
    else notify(this.#desk, this.#desk.say("link.nowhere"));
  };

  readonly #stop = (): void => {
    window.removeEventListener("pointermove", this.#move);
    window.removeEventListener("pointerup", this.#drop);
    window.removeEventListener("pointercancel", this.#stop);
    window.removeEventListener("keydown", this.#key, true);
    this.#scroll.rest();
    this.#target?.closest(".note")?.classList.remove("aimed", "unfit");
    this.#picture?.svg.remove();
    this.#picture?.tag.remove();
    this.#picture = null;
  };
}

function picture() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "link-drawing");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  svg.append(line);
  const tag = document.createElement("p");
  tag.className = "link-tag";
  tag.setAttribute("aria-hidden", "true");
  document.body.append(svg, tag);
  return { svg, line, tag };
}
