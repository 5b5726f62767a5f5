// @vitest-environment jsdom
import { afterEach, expect, it } from "vitest";

import { lendAll } from "./older";

const { toSorted, toReversed } = Array.prototype;

afterEach(() => {
  Object.assign(Array.prototype, { toSorted, toReversed });
});

it("lends an old browser what it lacks, without touching what is sorted", () => {
  for (const name of ["toSorted", "toReversed"]) Reflect.deleteProperty(Array.prototype, name);

  lendAll();

  const given = [3, 1, 2];
  expect(given.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
  expect(given.toReversed()).toEqual([2, 1, 3]);
  expect(given).toEqual([3, 1, 2]);
});

it("leaves a newer browser its own", () => {
  lendAll();

  expect(Array.prototype.toSorted).toBe(toSorted);
});
