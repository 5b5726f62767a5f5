/** A note is brought into sight, and again while what is drawn around it moves it, or draws it only now. */

import { signal } from "@preact/signals";

/** The note that was looked for last: a view that draws only some notes draws this one. */
export const sought = signal<string | null>(null);

const LOOK_MS = 50;
const MOST_LOOKS = 60;
/** In sight for so many looks, it stays there. */
const STILL_LOOKS = 4;
const OF_THEIR_OWN = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/** `arrived`: called once, when it is there for the first time. Returns what calls it off; so does whoever goes on by themselves. */
export function bringIntoSight(note: string, arrived: () => void = () => undefined): () => void {
  sought.value = note;
  let looks = 0;
  let still = 0;
  let isThere = false;
  let timer: ReturnType<typeof setTimeout>;
  const end = () => {
    clearTimeout(timer);
    for (const name of OF_THEIR_OWN) removeEventListener(name, end, true);
  };
  const look = () => {
    const face = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(note)}"]`);
    if (face && isThere && isInSight(face)) still += 1;
    else if (face) {
      face.scrollIntoView({ block: "center", inline: "center" });
      still = 0;
      if (!isThere) arrived();
      isThere = true;
    }
    looks += 1;
    if (still >= STILL_LOOKS || looks >= MOST_LOOKS) end();
    else timer = setTimeout(look, LOOK_MS);
  };
  for (const name of OF_THEIR_OWN) addEventListener(name, end, { capture: true, passive: true });
  look();
  return end;
}

function isInSight(face: HTMLElement): boolean {
  const sight = face.closest(".stage")?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
  const { top, bottom, left, right } = face.getBoundingClientRect();
  const isBeside = right <= sight.left || left >= sight.right;
  return !isBeside && bottom > Math.max(0, sight.top) && top < Math.min(innerHeight, sight.bottom);
}
