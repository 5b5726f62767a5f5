/** A phone's writing field stands at the foot, as high as its text: what is told for a moment stands over it. */

const GAP_PIXELS = 8;

/** Nothing where no such field is drawn. */
export function aboveComposer(): { readonly bottom: string } | undefined {
  const top = document.querySelector(".list-composer")?.getBoundingClientRect().top;
  return top === undefined ? undefined : { bottom: `${Math.round(innerHeight - top) + GAP_PIXELS}px` };
}
