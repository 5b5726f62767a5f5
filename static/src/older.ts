/** What the oldest browsers that are served do not have yet. Imported before anything else. */

type Compare = (a: unknown, b: unknown) => number;

function toSorted(this: unknown[], compare?: Compare): unknown[] {
  return Array.from(this).sort(compare); // oxlint-disable-line unicorn/no-array-sort -- this is what makes toSorted
}

function toReversed(this: unknown[]): unknown[] {
  return Array.from(this).reverse(); // oxlint-disable-line unicorn/no-array-reverse -- this is what makes toReversed
}

function checkVisibility(this: Element): boolean {
  return this.getClientRects().length > 0;
}

/** Only where the browser has none of its own. */
function lend(prototype: object, name: string, value: unknown): void {
  if (!(name in prototype)) Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
}

/** Lend all of it; done by the import itself too, before whatever is imported after this. */
export function lendAll(): void {
  lend(Array.prototype, "toSorted", toSorted);
  lend(Array.prototype, "toReversed", toReversed);
  lend(Element.prototype, "checkVisibility", checkVisibility);
}

lendAll();
