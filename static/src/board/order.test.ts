// @vitest-environment node

import { expect, test } from "vitest";

import { pick, seeded } from "./makers";
import { between, byOrder, keyBetween, last, LONGEST_KEY, manyBetween } from "./order";
import type { Ordered } from "./order";

/** The list after something was put into it: neighbours re-keyed first. */
function put(list: readonly Ordered[], id: string, index: number): readonly Ordered[] {
  const { order, rekeyed } = between(list, index);
  const keys = new Map(rekeyed.map((one) => [one.id, one.order]));
  const after = list.map((one) => ({ id: one.id, order: keys.get(one.id) ?? one.order ?? "" }));
  return [...after, { id, order }].toSorted(byOrder);
}

const ids = (list: readonly Ordered[]) => list.map(({ id }) => id);

test("keys are those that the engine and its method files know", () => {
  expect(keyBetween(null, null)).toBe("a0");
  expect(keyBetween("a0", null)).toBe("a1");
  expect(keyBetween("az", null)).toBe("b00");
  expect(keyBetween("a0", "a1")).toBe("a0V");
  expect(keyBetween(null, "a0")).toBe("Zz");
});

test("equal keys are sorted by id, by code point and not as a language would", () => {
  const list = [
    { id: "note:b", order: "a0" },
    { id: "note:B", order: "a0" },
    { id: "note:a", order: "Zz" },
  ];

  expect(ids(list.toSorted(byOrder))).toEqual(["note:a", "note:B", "note:b"]);
});

test("getting between two equals re-keys the later ones, and only those", () => {
  const list = ["a0", "a1", "a1", "a1", "a2"].map((order, i) => ({ id: `note:${i}`, order }));

  const { rekeyed } = between(list, 2);

  expect(rekeyed.map(({ id }) => id)).toEqual(["note:2", "note:3"]);
  expect(ids(put(list, "note:x", 2))).toEqual(["note:0", "note:1", "note:x", "note:2", "note:3", "note:4"]);
});

test("before, after and beyond the list", () => {
  const list = [{ id: "note:1", order: "a0" }];

  expect(ids(put(list, "note:x", 0))).toEqual(["note:x", "note:1"]);
  expect(ids(put(list, "note:x", 9))).toEqual(["note:1", "note:x"]);
  expect(last(list)).toBe("a1");
  expect(last([])).toBe("a0");
});

test("a key that would grow too long re-keys the list instead", () => {
  let list: readonly Ordered[] = [
    { id: "note:first", order: "a0" },
    { id: "note:last", order: "a1" },
  ];
  for (let i = 0; i < 500; i += 1) list = put(list, `note:${i}`, 1);

  expect(list.every(({ order = "" }) => order.length <= LONGEST_KEY)).toBe(true);
  expect(ids(list).slice(0, 4)).toEqual(["note:first", "note:499", "note:498", "note:497"]);
  expect(ids(list).at(-1)).toBe("note:last");
});

test.each([1, 2, 3, 4, 5])("whatever is put anywhere lands there, equal keys and all (seed %i)", (seed) => {
  const random = seeded(seed);
  let list: readonly Ordered[] = [];
  for (let i = 0; i < 300; i += 1) {
    const index = Math.floor(random() * (list.length + 1));
    const expected = ids(list).toSpliced(index, 0, `note:${i}`);
    list = put(list, `note:${i}`, index);
    expect(ids(list)).toEqual(expected);
    if (i % 10 === 9) {
      const twin = pick(random, list);
      list = list.map((one) => (one === pick(random, list) ? { id: one.id, order: twin.order ?? "a0" } : one));
      list = list.toSorted(byOrder);
    }
  }
});

test("several come in one after the other, also between equals", () => {
  const list = ["a0", "a1", "a1", "a2"].map((order, i) => ({ id: `note:${i}`, order }));

  const { orders, rekeyed } = manyBetween(list, 2, 3);

  const keys = new Map(rekeyed.map(({ id, order }) => [id, order]));
  const after = list.map(({ id, order }) => ({ id, order: keys.get(id) ?? order }));
  const come = orders.map((order, i) => ({ id: `note:new${i}`, order }));
  expect(ids([...after, ...come].toSorted(byOrder))).toEqual([
    "note:0",
    "note:1",
    "note:new0",
    "note:new1",
    "note:new2",
    "note:2",
    "note:3",
  ]);
  expect([...keys.keys()]).toEqual(["note:2"]);
});
