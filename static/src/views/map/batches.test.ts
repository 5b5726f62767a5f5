import { expect, it } from "vitest";

import { inBatches } from "./batches";

const IDS = Array.from({ length: 1000 }, (_, i) => `note:${i}`);
const NONE: ReadonlyMap<string, number> = new Map();

const sizes = (batches: ReadonlyMap<string, number>) => {
  const counts = new Map<number, number>();
  for (const batch of batches.values()) counts.set(batch, (counts.get(batch) ?? 0) + 1);
  return [...counts.values()];
};
const changed = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) =>
  [...a.keys()].filter((id) => b.has(id) && a.get(id) !== b.get(id));

it("puts notes into batches of a hundred and fifty, in their order", () => {
  expect(sizes(inBatches(IDS, NONE))).toEqual([150, 150, 150, 150, 150, 150, 100]);
});

it("leaves those that were there where they are when others come, at the end or between them", () => {
  const before = inBatches(IDS.slice(0, 500), NONE);
  const after = inBatches([...IDS.slice(0, 250), "note:new", ...IDS.slice(250)], before);

  expect(changed(before, after)).toEqual([]);
  expect(after.get("note:new")).toBe(before.get("note:249"));
  expect(Math.max(...sizes(after))).toBe(151);
});

it("moves one alone that was moved in the order, and none when some have gone", () => {
  const before = inBatches(IDS, NONE);
  const ahead = ["note:700", ...IDS.filter((id) => id !== "note:700")];
  const behind = [...IDS.filter((id) => id !== "note:3"), "note:3"];

  expect(changed(before, inBatches(ahead, before))).toEqual(["note:700"]);
  expect(changed(before, inBatches(behind, before))).toEqual(["note:3"]);
  expect(changed(before, inBatches(IDS.slice(40), before))).toEqual([]);
});

it("keeps every batch in order and small, however the notes are shuffled", () => {
  let batches = inBatches(IDS, NONE);
  for (let turn = 1; turn < 200; turn += 7) {
    const ids = IDS.toSorted((a, b) => ((Number(a.slice(5)) * turn) % 997) - ((Number(b.slice(5)) * turn) % 997));
    batches = inBatches(ids, batches);
    const numbers = ids.map((id) => batches.get(id) as number);

    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(Math.max(...sizes(batches))).toBeLessThanOrEqual(601);
  }
});
