// @vitest-environment node

import { expect, test } from "vitest";

import type { Item, Items } from "./items";
import { plain, zones } from "./makers";
import { change, closed } from "./reduce";

function board(...items: Item[]): Items {
  return new Map([...zones(), ...items].map((item) => [item.id, item]));
}

const NOTE: Item = { id: "note:1", kind: "pain", text: "a", zone: "zone:apply/pain", order: "a0" };
const OTHER: Item = { ...NOTE, id: "note:2", order: "a1" };

test("set lays fields over what is there, null takes one away, and an unknown id is a new item", () => {
  const before = board(NOTE);

  const after = change(before, [
    { id: "note:1", set: { text: "b", order: null, x: 3 } },
    { id: "note:9", set: { text: "c", order: null } },
  ]);

  expect(after.get("note:1")).toEqual({ id: "note:1", kind: "pain", text: "b", zone: "zone:apply/pain", x: 3 });
  expect(after.get("note:9")).toEqual({ id: "note:9", text: "c" });
  expect(before.get("note:1")).toBe(NOTE);
  expect(after.get("zone:core")).toBe(before.get("zone:core"));
});

test("what is gone leaves, and comes back only as the fields that a later set carries", () => {
  const gone = change(board(NOTE), [{ id: "note:1", gone: true }]);
  const back = change(gone, [{ id: "note:1", set: { text: "b" } }]);

  expect(gone.has("note:1")).toBe(false);
  expect(back.get("note:1")).toEqual({ id: "note:1", text: "b" });
});

test("a field called __proto__ is data, and nothing else", () => {
  const set = JSON.parse('{"__proto__": {"polluted": 1}, "text": "a"}') as Record<string, unknown>;

  const after = change(new Map(), [{ id: "note:1", set }]);

  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(after.get("note:1")?.polluted).toBeUndefined();
});

test("a cell is not shown without its phase and its lane", () => {
  const items = change(board(), [{ id: "zone:apply", gone: true }]);

  const shown = [...closed(items).keys()].filter((id) => id.includes("/"));

  expect(shown).toEqual(["zone:wait/step", "zone:wait/pain"]);
});

test("a link needs both ends, a vote its note, and a cluster lists those who are there; all return together", () => {
  const link: Item = { id: "link:1", from: "note:1", to: "note:2", kind: "information" };
  const vote: Item = { id: "vote:1", ballot: "ballot:1", note: "note:2", author: "p:bjorn" };
  const cluster: Item = { id: "cluster:1", title: "Sama", notes: ["note:1", "note:2"] };
  const whole = board(NOTE, OTHER, link, vote, cluster);

  const without = closed(change(whole, [{ id: "note:2", gone: true }]));
  const again = closed(change(change(whole, [{ id: "note:2", gone: true }]), [{ id: "note:2", set: OTHER }]));

  expect(without.has("link:1")).toBe(false);
  expect(without.has("vote:1")).toBe(false);
  expect(without.get("cluster:1")?.notes).toEqual(["note:1"]);
  expect(plain(again)).toEqual(plain(closed(whole)));
});

test("a vote for what went into another is for that other, until it comes out again", () => {
  const [one, other]: readonly Item[] = [
    { id: "cluster:1", title: "Sama", notes: ["note:1"], merged: [{ id: "cluster:2", title: "Muu" }] },
    { id: "cluster:2", title: "Muu", notes: [] },
  ];
  const vote: Item = { id: "vote:1", ballot: "ballot:1", note: "cluster:2", author: "p:bjorn" };
  const whole = board(NOTE, one as Item, vote);

  const shown = closed(whole);
  const apart = closed(change(whole, [{ id: "cluster:2", set: other as Item }]));
  const without = closed(change(whole, [{ id: "cluster:1", gone: true }]));

  expect(shown.get("vote:1")).toEqual({ ...vote, note: "cluster:1" });
  expect(closed(whole).get("vote:1")).toBe(shown.get("vote:1"));
  expect(apart.get("vote:1")).toBe(vote);
  expect(without.has("vote:1")).toBe(false);
});

test("what did not change is the same object, also a cluster that lists fewer", () => {
  const cluster: Item = { id: "cluster:1", title: "Sama", notes: ["note:1", "note:gone"] };
  const before = closed(board(NOTE, cluster));
  const after = closed(change(board(NOTE, cluster), [{ id: "note:1", set: { text: "b" } }]));

  expect(after.get("cluster:1")).toBe(before.get("cluster:1"));
});
