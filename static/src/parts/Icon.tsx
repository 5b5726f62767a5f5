import { drawing } from "./icons";

/** A drawing that says nothing by itself: the word is beside it, or on the button. */
export function Icon({ name }: { readonly name: string }) {
  return <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawing(name) }} />;
}
