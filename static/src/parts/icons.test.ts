import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, it } from "vitest";

import { drawing, isDrawn } from "./icons";

interface Looks {
  readonly kinds: readonly { readonly icon: string }[];
  readonly own_kinds?: { readonly looks: readonly { readonly icon: string }[] };
}

const methods = join(import.meta.dirname, "../../../facilitator/methods");

it("draws the icon of every kind of every method", () => {
  const files = readdirSync(methods).filter((name) => name.endsWith(".json"));
  const kinds = files.flatMap((name) => {
    const method = JSON.parse(readFileSync(join(methods, name), "utf8")) as Looks;
    return [...method.kinds, ...(method.own_kinds?.looks ?? [])].map(({ icon }) => icon);
  });

  expect(kinds.length).toBeGreaterThan(0);
  expect(kinds.filter((icon) => !isDrawn(icon))).toEqual([]);
});

it("leaves the size of a drawing to the stylesheet", () => {
  expect(drawing("plus")).toMatch(/^<svg/);
  expect(drawing("plus")).not.toMatch(/ width=/);
});
