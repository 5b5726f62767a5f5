// @vitest-environment node

import { expect, test } from "vitest";

import { hold, notesOf, takeIn, takeInZones } from "./hold";
import type { Item, Items } from "./items";

const zones: readonly Item[] = ["a", "b"].map((name) => ({ id: `zone:${name}`, title: name }));
const note = (id: string, more: object = {}) => ({
  id: `note:${id}`,
  zone: "zone:a",
  order: id,
  kind: "pain",
  text: id,
  ...more,
});
const board = (...notes: readonly Item[]): Items => new Map([...zones, ...notes].map((item) => [item.id, item]));

const before = board(note("1"), note("2"), note("3"));
const kept = notesOf(before);
const nobody = () => false;

test("a note that others added waits in its zone", () => {
  const now = board(note("1"), note("2"), note("3"), note("0"), note("4", { zone: "zone:b" }));

  const held = hold(kept, now, false);

  expect([...held.items.keys()].filter((id) => id.startsWith("note:"))).toEqual(["note:1", "note:2", "note:3"]);
  expect(held.waiting).toEqual(
    new Map([
      ["zone:a", { notes: ["note:0"], changed: 0 }],
      ["zone:b", { notes: ["note:4"], changed: 0 }],
    ]),
  );
});

test("a removed note leaves its line, and so does one that moved away, which waits where it went", () => {
  const now = board(note("1"), note("3", { zone: "zone:b", order: "a" }));

  const held = hold(kept, now, false);

  expect(held.left).toEqual(
    new Map([
      ["note:3", "zone:b"],
      ["note:2", null],
    ]),
  );
  expect(held.items.get("note:3")).toMatchObject({ zone: "zone:a", order: "3" });
  expect(held.waiting).toEqual(new Map([["zone:b", { notes: ["note:3"], changed: 0 }]]));
});

test("a new order waits; a new text is read at once where only the places are held", () => {
  const now = board(note("1", { order: "9" }), note("2", { text: "uusi" }), note("3"));

  expect(hold(kept, now, false).items.get("note:1")).toMatchObject({ order: "1" });
  expect(hold(kept, now, false).items.get("note:2")).toMatchObject({ text: "uusi" });
  expect(hold(kept, now, false).waiting.get("zone:a")).toEqual({ notes: [], changed: 1 });
  expect(hold(kept, now, true).items.get("note:2")).toMatchObject({ text: "2" });
  expect(hold(kept, now, true).waiting.get("zone:a")).toEqual({ notes: [], changed: 2 });
});

test("what one did oneself is taken in, and the rest of the change waits on", () => {
  const now = board(note("1"), note("2", { zone: "zone:b" }), note("4"), note("5"));

  const next = takeIn(kept, now, (id) => id === "note:2" || id === "note:4");

  expect(hold(next, now, false)).toMatchObject({
    waiting: new Map([["zone:a", { notes: ["note:5"], changed: 0 }]]),
    left: new Map([["note:3", null]]),
  });
  expect(takeIn(kept, before, nobody)).toBe(kept);
});

test("a note whose zone has gone is shown where it is now", () => {
  const now = new Map(
    [...board(note("1", { zone: "zone:b" }), note("2"), note("3"))].filter(([id]) => id !== "zone:a"),
  );

  expect(hold(takeIn(kept, now, nobody), now, false).left).toEqual(new Map());
});

test("showing a zone shows all of it, and what went elsewhere waits there", () => {
  const now = board(note("2", { zone: "zone:b" }), note("3", { order: "0" }), note("4"));

  const held = hold(takeInZones(kept, now, new Set(["zone:a"])), now, false);

  expect(held.waiting).toEqual(new Map([["zone:b", { notes: ["note:2"], changed: 0 }]]));
  expect(held.left).toEqual(new Map());
  expect(held.items.get("note:3")).toMatchObject({ order: "0" });
});
