/**
 * The ways of all arrows, each found once and kept until what it touches moves.
 *
 * Nothing else is drawn anew when a note moves: an arrow goes another way if one of its ends moved, if a note came to lie
 * on it, or if the note that it went around has gone. Those in sight are looked for, a few at a time.
 */

import { Ground } from "./ground";
import { around, boundsAlong, meet, passes } from "./shapes";
import type { Bounds, Rect } from "./shapes";
import { wayBetween } from "./way";
import type { Ends, Way } from "./way";

/** An arrow that passes a note this near may have gone around it. */
const NEAR = 26;
/** With so many moved notes it is cheaper to look at the ground that they cover together. */
const MANY_MOVED = 40;

type Places = ReadonlyMap<string, Rect>;

const NO_WALLS: Places = new Map();

/** Each keeps as much as it has looked at; others begin anew. */
const MOST_BEGUN = 3;

interface Kept extends Ends {
  readonly way: Way;
  readonly bounds: Bounds;
}

export class Router {
  readonly ground = new Ground();
  readonly #kept = new Map<string, Kept>();
  /** Those that have not come to an end, the first of them first. */
  readonly #begun = new Map<string, Generator<undefined, Way | null>>();
  #all: Rect = { left: 0, top: 0, width: 0, height: 0 };

  /** Say where everything lies now. */
  lay(notes: Places, headings: Places, walls: Places = NO_WALLS): void {
    const moved = new Map<string, readonly Bounds[]>();
    for (const id of this.ground.ids()) {
      if (!notes.has(id) && !headings.has(id) && !walls.has(id)) moved.set(id, this.ground.remove(id));
    }
    for (const [id, rect] of walls) note(moved, id, this.ground.put(id, rect));
    for (const [id, rect] of notes) note(moved, id, this.ground.put(id, rect));
    for (const [id, rect] of headings) note(moved, id, this.ground.put(id, rect, true));
    if (moved.size === 0) return;
    this.#begun.clear();
    this.#all = extentOf(notes);
    this.#forget(moved);
  }

  /** The way between two notes, if it is known by now; from one to the other and back it is the same. */
  known(ends: Ends): Way | undefined {
    return this.#kept.get(keyOf(ends))?.way;
  }

  /** Looks for the ways that are not known yet, the first of them first, until it is time to stop. True: all are known. */
  find(wanted: readonly Ends[], isTime: () => boolean): boolean {
    for (const ends of wanted) {
      const key = keyOf(ends);
      if (this.#kept.has(key)) continue;
      const [from, to] = inOrder(ends);
      const looking = this.#begun.get(key) ?? wayBetween(this.ground, { from, to }, this.#all);
      let step = looking.next();
      while (!step.done && !isTime()) step = looking.next();
      if (!step.done) {
        this.#pause(key, looking);
        return false;
      }
      this.#begun.delete(key);
      const way = step.value;
      if (way) this.#kept.set(key, { from, to, way, bounds: boundsAlong(way.route, NEAR) });
      if (isTime()) return false;
    }
    return true;
  }

  #pause(key: string, looking: Generator<undefined, Way | null>): void {
    const [first] = this.#begun.keys();
    if (first !== undefined && !this.#begun.has(key) && this.#begun.size >= MOST_BEGUN) this.#begun.delete(first);
    this.#begun.set(key, looking);
  }

  #forget(moved: ReadonlyMap<string, readonly Bounds[]>): void {
    const covered = [...moved.values()].flat();
    const together = covered.length > MANY_MOVED ? covered.reduce((a, b) => around(a, b)) : null;
    for (const [key, { from, to, way, bounds }] of this.#kept) {
      const isTouched = together
        ? meet(bounds, together)
        : covered.some((each) => meet(bounds, each) && passes(way.route, each, -NEAR));
      if (isTouched || moved.has(from) || moved.has(to)) this.#kept.delete(key);
    }
  }
}

function note(moved: Map<string, readonly Bounds[]>, id: string, bounds: readonly Bounds[]): void {
  if (bounds.length > 0) moved.set(id, bounds);
}

function extentOf(notes: ReadonlyMap<string, Rect>): Rect {
  const all = [...notes.values()];
  const left = all.reduce((least, each) => Math.min(least, each.left), Infinity);
  const top = all.reduce((least, each) => Math.min(least, each.top), Infinity);
  const right = all.reduce((most, each) => Math.max(most, each.left + each.width), -Infinity);
  const bottom = all.reduce((most, each) => Math.max(most, each.top + each.height), -Infinity);
  return { left, top, width: right - left, height: bottom - top };
}

export function inOrder({ from, to }: Ends): readonly [string, string] {
  return from < to ? [from, to] : [to, from];
}

function keyOf(ends: Ends): string {
  return inOrder(ends).join(" ");
}
