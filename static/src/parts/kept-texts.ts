/** What is half written and nobody's note yet, kept on this device. */

import { kept } from "./kept";

/** Half-written texts by zone, as they were when the page was last left. */
export class KeptDrafts extends Map<string, string> {
  readonly #keep: (texts: readonly (readonly [string, string])[]) => void;

  constructor(document: string, person: string) {
    const texts = kept<readonly (readonly [string, string])[]>(document, person, "drafts");
    super(texts.read() ?? []);
    this.#keep = (all) => (all.length > 0 ? texts.write(all) : texts.drop());
  }

  override set(zone: string, text: string): this {
    super.set(zone, text);
    // The constructor of a Map fills it before there is anywhere to keep it.
    if (#keep in this) this.#keep([...this]);
    return this;
  }

  override delete(zone: string): boolean {
    const was = super.delete(zone);
    if (was) this.#keep([...this]);
    return was;
  }
}
