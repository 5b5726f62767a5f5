/** Numbers by what they cost: the cheapest comes first, and of equals the one that came last. */
export class Heap {
  readonly #costs: number[] = [];
  readonly #items: number[] = [];

  get size(): number {
    return this.#items.length;
  }

  push(item: number, cost: number): void {
    const [costs, items] = [this.#costs, this.#items];
    let at = items.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((costs[parent] ?? 0) < cost) break;
      costs[at] = costs[parent] ?? 0;
      items[at] = items[parent] ?? 0;
      at = parent;
    }
    costs[at] = cost;
    items[at] = item;
  }

  /** The cheapest with its cost; undefined: there is none. */
  pop(): { readonly item: number; readonly cost: number } | undefined {
    const [costs, items] = [this.#costs, this.#items];
    const [item, cost] = [items[0], costs[0]];
    const [lastItem, lastCost] = [items.pop(), costs.pop()];
    if (item === undefined || cost === undefined || lastItem === undefined || lastCost === undefined) return undefined;
    if (items.length > 0) this.#sink(lastItem, lastCost);
    return { item, cost };
  }

  #sink(item: number, cost: number): void {
    const [costs, items] = [this.#costs, this.#items];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && (costs[child + 1] ?? 0) < (costs[child] ?? 0)) child += 1;
      if ((costs[child] ?? 0) >= cost) break;
      costs[at] = costs[child] ?? 0;
      items[at] = items[child] ?? 0;
      at = child;
    }
    costs[at] = cost;
    items[at] = item;
  }
}
