/** Arrows as they were drawn last: those that go their way as before need not be drawn again. */

import type { Link } from "../../../board/items";
import type { Drawn } from "./draw";
import type { Router } from "./router";
import type { Way } from "./way";

interface Kept {
  readonly arrow: Drawn;
  readonly way: Way | undefined;
}

export class KeptArrows {
  readonly #router: Pick<Router, "known">;
  readonly #words: (link: Link) => string;
  #kept: ReadonlyMap<string, Kept> = new Map();

  /** `words`: what is written on an arrow now. */
  constructor(router: Pick<Router, "known">, words: (link: Link) => string) {
    this.#router = router;
    this.#words = words;
  }

  /** Whether each of them is drawn as it is, goes as it went and says what it said. */
  hasAll(links: readonly Link[]): boolean {
    return links.every((link) => this.#has(link));
  }

  /** Puts them beside the others, and lets go of all but `among`, in whose order they are returned. */
  add(arrows: readonly Drawn[], among: readonly Link[]): readonly Drawn[] {
    const all = new Map(this.#kept);
    for (const arrow of arrows) {
      const before = all.get(arrow.link.id)?.arrow;
      const still = before && isSame(before, arrow) ? before : arrow;
      all.set(arrow.link.id, { arrow: still, way: this.#router.known(arrow.link) });
    }
    this.#kept = all;
    const left = among.filter((link) => this.#has(link)).map(({ id }) => all.get(id) as Kept);
    this.#kept = new Map(left.map((each) => [each.arrow.link.id, each]));
    return left.map(({ arrow }) => arrow);
  }

  #has(link: Link): boolean {
    const kept = this.#kept.get(link.id);
    if (kept?.arrow.link !== link || kept.way !== this.#router.known(link)) return false;
    return kept.arrow.words === this.#words(link);
  }
}

/** Then it stays the same object, and nothing of it is drawn anew. */
function isSame(a: Drawn, b: Drawn): boolean {
  const isAlike = a.link === b.link && a.line === b.line && a.head === b.head && a.words === b.words;
  const [one, other] = [a.label, b.label];
  return isAlike && one?.x === other?.x && one?.y === other?.y && one?.turned === other?.turned;
}
