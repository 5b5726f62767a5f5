import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, it } from "vitest";

import { drawing, isDrawn } from "./icons";

const methods = join(import.meta.dirname, "../../../facilitator/methods");

it("draws the icon of every kind of every method", () => {
  const files = readdirSync(methods).filter((name) => name.endsWith(".json"));
  const kinds = files.flatMap((name) => {
    const method = JSON.parse(readFileSync(join(methods, name), "utf8")) as { kinds: { icon: string }[] };
    return method.kinds.map(({ icon }) => icon);
  });

  expect(kinds.length).toBeGreaterThan(0);
  expect(kinds.filter((icon) => !isDrawn(icon))).toEqual([]);
});

it("leaves the size of a drawing to the stylesheet", () => {
  expect(drawing("plus")).toMatch(/^<svg/);
  expect(drawing("plus")).not.toMatch(/ width=/);
});
