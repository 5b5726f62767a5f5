// @vitest-environment node

import { expect, test } from "vitest";

import type { Item, Items } from "./items";
import { METHOD, zones } from "./makers";
import { arrange, moveOps, places, spotOf } from "./place";
import type { Arrangement } from "./place";
import { change, closed } from "./reduce";

function note(id: string, zone: string, place: Partial<Item> = { order: "a0" }): Item {
  return { id: `note:${id}`, kind: "pain", text: id, zone, ...place };
}

function board(...items: Item[]): Items {
  return new Map([...zones(), ...items].map((item) => [item.id, item]));
}

function arranged(items: Items): Arrangement {
  return arrange(closed(items), METHOD, "fi");
}

const named = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

test("phases, lanes, cells and other zones come in their order, Not placed last", () => {
  const seen = arranged(board());

  expect(named(seen.phases)).toEqual(["zone:apply", "zone:wait"]);
  expect(named(seen.lanes)).toEqual(["zone:step", "zone:pain"]);
  expect(named(seen.areas)).toEqual([
    "zone:apply/step",
    "zone:apply/pain",
    "zone:wait/step",
    "zone:wait/pain",
    "zone:core",
    "zone:grid",
    "zone:unplaced",
  ]);
  expect(seen.cell("zone:wait", "zone:pain")?.id).toBe("zone:wait/pain");
  expect(seen.lanes[1]?.cells.map(({ id }) => id)).toEqual(["zone:apply/pain", "zone:wait/pain"]);
});

test("a cell is called by its phase and lane as they are named now", () => {
  const seen = arranged(change(board(), [{ id: "zone:apply", set: { title: "Hakemus" } }]));

  expect(seen.area("zone:apply/pain")?.title).toBe("Hakemus · Kipu");
});

test("the notes of a zone are sorted by order, then by id", () => {
  const here = "zone:apply/pain";
  const seen = arranged(
    board(note("z", here), note("b", here, { order: "a1" }), note("B", here, { order: "a1" }), note("c", here)),
  );

  expect(named(seen.notesIn(here))).toEqual(["note:c", "note:z", "note:B", "note:b"]);
  expect(seen.phases[0]?.count).toBe(4);
});

test("the notes of a zone that is gone count as not placed, and return with it", () => {
  const items = board(
    note("1", "zone:apply/pain"),
    note("2", "zone:unplaced", { order: "a1" }),
    note("3", "zone:none"),
  );

  const without = arranged(change(items, [{ id: "zone:pain", gone: true }]));
  const again = arranged(items);

  expect(named(without.unplaced.notes)).toEqual(["note:1", "note:3", "note:2"]);
  expect(named(without.areas).filter((id) => id.endsWith("/pain"))).toEqual([]);
  expect(named(again.unplaced.notes)).toEqual(["note:3", "note:2"]);
});

test("a plane has its notes in quarters by name", () => {
  const seen = arranged(
    board(note("1", "zone:grid", { x: 9000, y: 5000 }), note("2", "zone:grid", { x: 4999, y: 10_000 })),
  );

  const grid = seen.area("zone:grid");

  expect(grid?.quarters.map(({ key, notes }) => [key, named(notes)])).toEqual([
    ["high_high", ["note:1"]],
    ["low_high", ["note:2"]],
    ["high_low", []],
    ["low_low", []],
  ]);
});

test("a note knows its cluster", () => {
  const seen = arranged(board(note("1", "zone:core"), { id: "cluster:1", title: "Sama", notes: ["note:1"] }));

  expect(seen.clusterOf("note:1")?.title).toBe("Sama");
  expect(seen.clusterOf("note:2")).toBeUndefined();
});

test("before anything has come there is an empty Not placed", () => {
  const seen = arranged(new Map());

  expect(named(seen.areas)).toEqual(["zone:unplaced"]);
  expect(seen.unplaced.notes).toEqual([]);
});

test("Move to… lists every place that takes the kind, quarters by name, and says where the note is", () => {
  const one = note("1", "zone:grid", { x: 9000, y: 9000 });
  const seen = arranged(board(one, note("2", "zone:wait/pain")));

  const choices = places(seen, "pain", seen.notesIn("zone:grid")[0]);

  expect(choices.map(({ group, title, count, current }) => [group, title, count, current])).toEqual([
    ["Haku", "Kipu", 0, false],
    ["Odotus", "Kipu", 1, false],
    [null, "Ydin", 0, false],
    ["Ruudukko", "Vakavuus: estää · Toistuvuus: aina", 1, true],
    ["Ruudukko", "Vakavuus: estää · Toistuvuus: harvoin", 0, false],
    ["Ruudukko", "Vakavuus: haittaa · Toistuvuus: aina", 0, false],
    ["Ruudukko", "Vakavuus: haittaa · Toistuvuus: harvoin", 0, false],
    [null, "Sijoittamatta", 0, false],
  ]);
});

test("every move lands where it was meant to, in flow, ring and plane", () => {
  const items = board(
    ...["a", "b", "c"].map((id, i) => note(id, "zone:apply/pain", { order: `a${i}` })),
    note("r", "zone:core", { order: "a0", angle: 900 }),
  );
  const seen = arranged(items);
  const [a, b] = seen.notesIn("zone:apply/pain");
  if (!a || !b) throw new Error("no notes");

  expect(moveOps(seen, a, { zone: "zone:apply/pain", index: 1 })).toEqual([
    { type: "note.move", note: "note:a", zone: "zone:apply/pain", order: "a1V" },
  ]);
  expect(moveOps(seen, a, { zone: "zone:core", index: 0, angle: 3605 })).toEqual([
    { type: "note.move", note: "note:a", zone: "zone:core", order: "Zz", angle: 5 },
  ]);
  expect(moveOps(seen, a, { zone: "zone:grid", x: 120.4, y: 99_999 })).toEqual([
    { type: "note.move", note: "note:a", zone: "zone:grid", x: 120, y: 10_000 },
  ]);
  expect(moveOps(seen, b, spotOf(seen, b))).toEqual([]);
});

test("between two equals, the later neighbour makes room first and keeps its angle", () => {
  const items = board(
    note("a", "zone:core"),
    note("b", "zone:core", { order: "a0", angle: 10 }),
    note("x", "zone:apply/pain"),
  );
  const seen = arranged(items);
  const [x] = seen.notesIn("zone:apply/pain");
  if (!x) throw new Error("no note");

  const ops = moveOps(seen, x, { zone: "zone:core", index: 1 });

  expect(ops).toEqual([
    { type: "note.move", note: "note:b", zone: "zone:core", order: "a2", angle: 10 },
    { type: "note.move", note: "note:x", zone: "zone:core", order: "a1" },
  ]);
});

test("a note whose zone is gone can be put for good where it is shown", () => {
  const seen = arranged(board(note("1", "zone:none")));
  const [one] = seen.unplaced.notes;
  if (!one) throw new Error("no note");

  const ops = moveOps(seen, one, { zone: "zone:unplaced", index: 0 });

  expect(ops).toEqual([{ type: "note.move", note: "note:1", zone: "zone:unplaced", order: "a0" }]);
});

test("what is as it was stays the same object, so that nothing of it is drawn anew", () => {
  const items = board(note("a", "zone:core"), note("b", "zone:apply/pain"));
  const before = arranged(items);

  const moved = arrange(closed(new Map([...items, ["note:c", note("c", "zone:core")]])), METHOD, "fi", before);

  expect(arrange(closed(new Map(items)), METHOD, "fi", before)).toBe(before);
  expect(moved.area("zone:apply/pain")).toBe(before.area("zone:apply/pain"));
  expect(moved.phases[0]).toBe(before.phases[0]);
  expect(moved.area("zone:core")).not.toBe(before.area("zone:core"));
});
