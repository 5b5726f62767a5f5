/** A phone's writing field stands at the foot, as high as its text: what is told for a moment stands over it. */

import type { Desk } from "./desk";

const GAP_PIXELS = 8;

/** Nothing where no such field is drawn. */
export function aboveComposer(): { readonly bottom: string } | undefined {
  const top = document.querySelector(".list-composer")?.getBoundingClientRect().top;
  return top === undefined ? undefined : { bottom: `${Math.round(innerHeight - top) + GAP_PIXELS}px` };
}

/** The tools of chosen notes may need two lines: what was just done is said above both. */
export function aboveTools({ inHand }: Desk): string {
  return inHand.value.size > 0 ? "moved-strip high" : "moved-strip";
}
