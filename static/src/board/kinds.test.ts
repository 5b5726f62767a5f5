// @vitest-environment node

import { expect, it } from "vitest";

import type { BoardItem } from "./items";
import { freeTint, iconOf, kindsOf } from "./kinds";
import { METHOD, OWN_KINDS } from "./makers";

const METHOD_WITH = { ...METHOD, own_kinds: OWN_KINDS };
const RISK = { key: "own_1", title: "Riski", tint: "channel" };

function board(more: Partial<BoardItem> = {}): BoardItem {
  return { id: "board", mode: "open", method: { key: "x", version: 1 }, authors: "names", ...more };
}

function keysOf(more?: Partial<BoardItem>): readonly (readonly string[])[] {
  const { chosen, known } = kindsOf(METHOD_WITH, more && board(more));
  return [chosen, known].map((kinds) => kinds.map(({ key }) => key));
}

it("has the method's kinds until somebody says which there are, and before the first state has come", () => {
  expect(keysOf()).toEqual([
    ["step", "pain"],
    ["step", "pain"],
  ]);
  expect(keysOf({})).toEqual([
    ["step", "pain"],
    ["step", "pain"],
  ]);
});

it("has the kinds that were chosen, in that order, and knows what notes may have from before", () => {
  const former_kinds = [{ key: "own_2", title: "Toive", tint: "people" }];

  expect(keysOf({ kinds: [RISK, { key: "pain" }], former_kinds })).toEqual([
    ["own_1", "pain"],
    ["step", "pain", "own_1", "own_2"],
  ]);
});

it("draws a kind that people named by its tint, under the name that they gave it", () => {
  const { chosen } = kindsOf(METHOD_WITH, board({ kinds: [RISK] }));

  expect(chosen[0]).toMatchObject({
    title: "Riski",
    plural: "Riski",
    tint: "channel",
    icon: "circle",
    entity: "named",
  });
  expect(iconOf(OWN_KINDS, "people")).toBe("square");
});

it("gives a new kind the first look that none of the others has", () => {
  expect(freeTint(OWN_KINDS, [])).toBe("channel");
  expect(freeTint(OWN_KINDS, [{ tint: "people" }, { tint: "channel" }])).toBe("idea");
});
