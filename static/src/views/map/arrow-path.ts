/** An arrow between two notes: it begins and ends at their borders, and bends so that it goes around what lies between. */

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Arrow {
  /** SVG path data. */
  readonly path: string;
  readonly label: { readonly x: number; readonly y: number };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const GAP = 3;
const BEND = 0.2;
const MOST_BEND = 46;

export function arrowBetween(from: Rect, to: Rect): Arrow {
  const [a, b] = [middleOf(from), middleOf(to)];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [near, far] = [borderTowards(from, b), borderTowards(to, a)];
  const bend = Math.min(MOST_BEND, Math.hypot(far.x - near.x, far.y - near.y) * BEND);
  // To the right-hand side, so that there and back again are two lines.
  const aside = { x: -((b.y - a.y) / length) * bend, y: ((b.x - a.x) / length) * bend };
  const via = { x: (a.x + b.x) / 2 + aside.x, y: (a.y + b.y) / 2 + aside.y };
  const start = borderTowards(from, via);
  const end = borderTowards(to, via);
  const label = { x: (start.x + end.x) / 4 + via.x / 2, y: (start.y + end.y) / 4 + via.y / 2 };
  return { path: `M${pair(start)} Q${pair(via)} ${pair(end)}`, label };
}

function middleOf({ left, top, width, height }: Rect): Point {
  return { x: left + width / 2, y: top + height / 2 };
}

/** Where the line from the middle towards a point leaves the rectangle, and a little beyond. */
export function borderTowards(rect: Rect, towards: Point): Point {
  const middle = middleOf(rect);
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  if (dx === 0 && dy === 0) return middle;
  const across = dx === 0 ? Infinity : (rect.width / 2 + GAP) / Math.abs(dx);
  const along = dy === 0 ? Infinity : (rect.height / 2 + GAP) / Math.abs(dy);
  const share = Math.min(across, along, 1);
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}

function pair({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

const LETTER_PIXELS = 6.5;
const LINE_PIXELS = 16;
const ASIDE_PIXELS = [0, 14, 28, 42, 58];

/** Where an arrow's words stand: at its middle or beside it, on no note; null if there is no room for them. */
export function roomFor(words: string, at: Point, notes: readonly Rect[]): Point | null {
  const size = { width: words.length * LETTER_PIXELS + 8, height: LINE_PIXELS };
  const tries = ASIDE_PIXELS.flatMap((by) => [
    { x: at.x, y: at.y + by },
    { x: at.x, y: at.y - by },
    { x: at.x + by * 2, y: at.y },
    { x: at.x - by * 2, y: at.y },
  ]);
  const isFree = ({ x, y }: Point) =>
    notes.every(
      ({ left, top, width, height }) =>
        Math.abs(left + width / 2 - x) >= (width + size.width) / 2 ||
        Math.abs(top + height / 2 - y) >= (height + size.height) / 2,
    );
  return tries.find(isFree) ?? null;
}
