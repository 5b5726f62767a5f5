/**
 * Long lists on a crowded board: the notes around what is in sight are drawn in full, all others as their words alone.
 *
 * All of them are in the page, to be read aloud, found and gone to; but they come a little at a time, so that no key waits.
 * Where the layout knows where notes lie, those that are left far behind rest again.
 */

import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import type { Note } from "../board/items";
import { focusNote } from "./focus-note";
import { whenIdle } from "./when-idle";

/** Notes on a board; fewer are drawn at once. */
export const CROWD = 400;

const FIRST = 12;
const AT_A_TIME = 250;
/** Not each is watched, but one of so many. */
const WATCHED_EACH = 8;
const AROUND_SIGHT = "1000px 0px";
/** Notes are drawn in full before they come into sight, a few at a time, and rest again when they are far from it. */
const NEAR_PIXELS = 300;
const FAR_PIXELS = 1000;
const DRAWN_AT_ONCE = 6;

export interface Crowd {
  /** How many of the notes are in the page by now. */
  readonly count: number;
  /** Whether this one is drawn as its words alone. What comes later is drawn in full, wherever it comes. */
  rests(note: string): boolean;
  /** It has the focus: it and those beside it are drawn in full. */
  approach(note: string): void;
}

/** Of a layout that knows where notes lie. */
export interface Near {
  /** The notes at most so many pixels away from what is in sight, the nearest first. */
  within(pixels: number): readonly string[];
  /** Calls it where others may be near by now. */
  whenScrolled(stage: Element, look: () => void): Looking;
}

export interface Looking {
  /** What was drawn may not have been all. */
  soon(): void;
  stop(): void;
}

interface Ways {
  /** Whether the board was crowded when the list was first drawn; later nothing changes under the reader. */
  begins(): boolean;
  /** Where the next in the list may lie anywhere. */
  readonly near: Near | undefined;
  /** It is in somebody's hands, and stays drawn in full wherever it lies. */
  isHeld(note: string): boolean;
}

export function useCrowd(
  list: RefObject<HTMLElement | null>,
  notes: readonly Note[],
  { begins, near, isHeld }: Ways,
): Crowd | null {
  const [isCrowded] = useState(() => begins() && "IntersectionObserver" in globalThis);
  const [resting, setResting] = useState(() => new Set(isCrowded ? notes.slice(FIRST).map(({ id }) => id) : []));
  const count = useGrowing(isCrowded, notes.length);
  const latest = useRef(notes);
  latest.current = notes;
  const approach = (ids: readonly string[]) =>
    setResting((before) => {
      const near = ids.flatMap((id) => around(latest.current, id)).filter((id) => before.has(id));
      return near.length === 0 ? before : without(before, near);
    });
  const draw = (id: string) => setResting((before) => (before.has(id) ? without(before, [id]) : before));
  const look = (near: Near) => {
    const come = near.within(NEAR_PIXELS).filter((id) => resting.has(id));
    const stay = new Set(near.within(FAR_PIXELS));
    const focused = idOf(document.activeElement);
    const gone = notes.filter(({ id }) => !resting.has(id) && !stay.has(id) && id !== focused && !isHeld(id));
    if (come.length + gone.length === 0) return;
    const next = without(resting, come.slice(0, DRAWN_AT_ONCE));
    setResting(new Set([...next, ...gone.map(({ id }) => id)]));
  };
  useWatch(isCrowded && !near, list, approach);
  useLook(isCrowded, list, near, look);
  useKeptFocus(list, resting);
  if (!isCrowded) return null;
  return {
    count,
    rests: (note) => resting.has(note),
    approach: (note) => (near ? draw(note) : approach([note])),
  };
}

function without(all: ReadonlySet<string>, some: readonly string[]): Set<string> {
  const left = new Set(all);
  for (const id of some) left.delete(id);
  return left;
}

function around(notes: readonly Note[], id: string): readonly string[] {
  const at = notes.findIndex((note) => note.id === id);
  return at < 0 ? [] : notes.slice(Math.max(0, at - WATCHED_EACH), at + WATCHED_EACH).map((note) => note.id);
}

function useGrowing(isCrowded: boolean, length: number): number {
  const [count, setCount] = useState(isCrowded ? FIRST : Infinity);
  useEffect(() => {
    if (count === Infinity) return undefined;
    return whenIdle(() => setCount(count + AT_A_TIME < length ? count + AT_A_TIME : Infinity));
  }, [count]);
  return count;
}

/** What comes near the part that is in sight. */
function useWatch(
  isCrowded: boolean,
  list: RefObject<HTMLElement | null>,
  approach: (ids: readonly string[]) => void,
): void {
  const observer = useRef<IntersectionObserver | null>(null);
  const watched = useRef(new WeakSet<Element>()).current;
  useEffect(() => {
    if (!isCrowded || !list.current) return;
    observer.current ??= new IntersectionObserver(
      (seen) => approach(seen.filter(({ isIntersecting }) => isIntersecting).flatMap(({ target }) => idIn(target))),
      { root: list.current.closest(".stage"), rootMargin: AROUND_SIGHT },
    );
    const { children } = list.current;
    for (let i = 0; i < children.length; i += WATCHED_EACH) {
      const line = children[i];
      if (!line || watched.has(line)) continue;
      watched.add(line);
      observer.current.observe(line);
    }
  });
  useEffect(() => () => observer.current?.disconnect(), []);
}

function useLook(
  isCrowded: boolean,
  list: RefObject<HTMLElement | null>,
  near: Near | undefined,
  look: (near: Near) => void,
): void {
  const latest = useRef(() => undefined as void);
  latest.current = () => near && look(near);
  const looking = useRef<Looking | undefined>(undefined);
  useEffect(() => {
    const stage = list.current?.closest(".stage");
    if (!isCrowded || !stage) return undefined;
    looking.current = near?.whenScrolled(stage, () => latest.current());
    return () => looking.current?.stop();
  }, []);
  useEffect(() => looking.current?.soon());
}

function idOf(element: Element | null): string | undefined {
  return element?.closest(".note")?.querySelector<HTMLElement>("[data-note]")?.dataset.note;
}

function idIn(line: Element): readonly string[] {
  const id = line.querySelector<HTMLElement>("[data-note]")?.dataset.note;
  return id === undefined ? [] : [id];
}

/** A note that is drawn anew in full keeps the focus. */
function useKeptFocus(list: RefObject<HTMLElement | null>, resting: ReadonlySet<string>): void {
  const focused = document.activeElement;
  const id = list.current?.contains(focused) ? (focused as HTMLElement).dataset.note : undefined;
  useLayoutEffect(() => {
    if (id !== undefined && focused?.isConnected === false) focusNote(id);
  }, [resting]);
}
