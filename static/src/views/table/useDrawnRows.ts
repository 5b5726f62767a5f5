/**
 * Which rows of a long table are drawn: those in sight and around it, and those that are held. Of the others the page has
 * the height alone, so that no key waits for thousands of them.
 */

import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

import type { Heights } from "./heights";

/** Shorter tables are drawn whole. */
export const LONG = 150;

const FIRST = 30;
/** As soon as less than this is drawn above or below what is in sight, so much is. */
const LEAST_PIXELS = 300;
const DRAWN_PIXELS = 900;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Rows that are not drawn, and how high they are together. */
export interface Gap extends Span {
  readonly pixels: number;
}

/** Spans of rows that are drawn, and the gaps between them, from the first row to the last. */
export type Piece = Span | Gap;

interface Ways {
  readonly heights: Heights;
  /** The number of each row that is drawn wherever it lies. */
  readonly held: readonly number[];
}

export function useDrawnRows(
  frame: RefObject<HTMLElement | null>,
  ids: readonly string[],
  { heights, held }: Ways,
): readonly Piece[] {
  const [span, setSpan] = useState<Span>({ from: 0, to: FIRST });
  const isLong = ids.length > LONG;
  const anchor = useRef<Anchor | null>(null);
  const look = useRef(() => undefined as void);
  look.current = () => {
    if (!isLong || !frame.current) return;
    const rows = drawnIn(frame.current);
    const isFirst = heights.see(rows.map((row) => [ids[numberOf(row)] ?? "", row.getBoundingClientRect().height]));
    const next = spanIn(frame.current, ids, heights, span);
    if (next === span && !isFirst) return;
    anchor.current = anchorIn(frame.current, rows);
    setSpan({ ...next });
  };
  useLook(frame, isLong, look);
  useLayoutEffect(() => {
    if (frame.current && anchor.current) hold(frame.current, anchor.current);
    anchor.current = null;
  }, [span]);
  return isLong ? piecesOf(ids, span, held, heights) : [{ from: 0, to: ids.length }];
}

/** Whenever it is scrolled, or what is in it has become higher or lower. */
function useLook(frame: RefObject<HTMLElement | null>, isLong: boolean, look: RefObject<() => void>): void {
  useLayoutEffect(() => {
    const element = frame.current;
    if (!isLong || !element) return undefined;
    const now = () => look.current?.();
    const observer = new ResizeObserver(now);
    for (const each of [element, ...element.querySelectorAll(":scope > table")]) observer.observe(each);
    element.addEventListener("scroll", now, { passive: true });
    now();
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", now);
    };
  }, [isLong]);
}

function drawnIn(frame: HTMLElement): readonly HTMLElement[] {
  return [...frame.querySelectorAll<HTMLElement>(":scope > table > tbody > tr[aria-rowindex]")];
}

/** From 0; the head is the first row of the table. */
function numberOf(row: HTMLElement): number {
  return Number(row.ariaRowIndex ?? row.getAttribute("aria-rowindex")) - 2;
}

/** The same one if it still reaches far enough. */
function spanIn(frame: HTMLElement, ids: readonly string[], heights: Heights, now: Span): Span {
  // Nothing is laid out: all of them are drawn.
  if (frame.clientHeight === 0) return now.to < ids.length ? { from: 0, to: ids.length } : now;
  const top = frame.scrollTop;
  const around = (pixels: number) => within(ids, heights, top - pixels, top + frame.clientHeight + pixels);
  const least = around(LEAST_PIXELS);
  return now.from <= least.from && now.to >= least.to ? now : around(DRAWN_PIXELS);
}

function within(ids: readonly string[], heights: Heights, top: number, bottom: number): Span {
  let [y, from, to] = [0, ids.length, ids.length];
  for (const [i, id] of ids.entries()) {
    const height = heights.of(id);
    if (y + height > top && i < from) from = i;
    if (y >= bottom) {
      to = i;
      break;
    }
    y += height;
  }
  return { from, to };
}

function piecesOf(ids: readonly string[], span: Span, held: readonly number[], heights: Heights): readonly Piece[] {
  const spans = [span, ...held.map((i) => ({ from: i, to: i + 1 }))].toSorted((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let at = 0;
  const leaveOut = (to: number) => {
    if (to > at) pieces.push({ from: at, to, pixels: heights.ofAll(ids, at, to) });
  };
  for (const { from, to } of spans) {
    const [first, last] = [Math.max(from, at), Math.min(to, ids.length)];
    if (last <= first) continue;
    leaveOut(first);
    pieces.push({ from: first, to: last });
    at = last;
  }
  leaveOut(ids.length);
  return pieces;
}

interface Anchor {
  readonly row: HTMLElement;
  readonly top: number;
}

/** Safari does not keep what is read where it is while rows above it turn out to be higher or lower. */
function anchorIn(frame: HTMLElement, rows: readonly HTMLElement[]): Anchor | null {
  if (CSS.supports("overflow-anchor", "auto")) return null;
  const { top } = frame.getBoundingClientRect();
  const row = rows.find((each) => each.getBoundingClientRect().bottom > top);
  return row ? { row, top: row.getBoundingClientRect().top } : null;
}

function hold(frame: HTMLElement, { row, top }: Anchor): void {
  if (row.isConnected) frame.scrollTop += row.getBoundingClientRect().top - top;
}
