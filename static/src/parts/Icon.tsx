import { signal } from "@preact/signals";

import { untilThere } from "../board/until-there";

const drawing = signal<((name: string) => string) | null>(null);

/** The drawings come after the words that they stand beside; until then their room is kept. */
export async function fetchIcons(): Promise<void> {
  drawing.value = (await untilThere(() => import("./icons"))).drawing;
}

/** A drawing that says nothing by itself: the word is beside it, or on the button. */
export function Icon({ name }: { readonly name: string }) {
  return <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawing.value?.(name) ?? "" }} />;
}
