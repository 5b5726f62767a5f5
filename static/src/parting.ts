/**
 * Pages on which one stops being somebody in this browser: what it keeps for them goes first.
 *
 * Without a script nothing was kept, and the form works as it is.
 */

import { forgetKept } from "./parts/kept";
import type { Rung } from "./wire/bell";
import { bellOf } from "./wire/bell";
import { clearShelf, isOnShelf } from "./wire/shelf";

/** A device that does not answer keeps nobody here. */
const PATIENCE_MS = 2_000;

/** Nothing of this person is left in this browser, nor will an open board of theirs keep more. */
export async function forget(person: string): Promise<void> {
  const bell = bellOf(person);
  const rung: Rung = { left: true };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin alone
  bell?.postMessage(rung);
  forgetKept(person);
  await Promise.race([clearShelf(person).catch(() => undefined), new Promise((done) => setTimeout(done, PATIENCE_MS))]);
  bell?.close();
}

/** Forms that forget somebody do it before they are sent; before that the page says whether there is anything to lose. */
export function partFrom(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>("form[data-forgets]")) {
    const person = form.dataset["forgets"] ?? "";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void forget(person).then(() => form.submit());
    });
    const warning = page.getElementById("unsent");
    if (warning)
      void isOnShelf(person).then(
        (is) => (warning.hidden = !is),
        () => undefined,
      );
  }
}

partFrom(document);
