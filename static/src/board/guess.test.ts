/** What a phase lets into its cells, guessed as the engine decides it (`tests/engine/test_given.py`). */

import { expect, test } from "vitest";

import { guess } from "./guess";
import type { Item, Items } from "./items";
import { zones } from "./makers";

const items: Items = new Map(
  zones().map((zone): [string, Item] => [zone.id, zone.id === "zone:apply" ? { ...zone, takes: [] } : zone]),
);
const sight = { items, aside: new Map(), you: "u:aino", kinds: ["step", "pain"] };

test("a new lane takes in a phase only what that phase lets in", () => {
  const cells = guess({ id: "1", type: "zone.add", zone: "zone:new", title: "Uusi", axis: "lane" }, sight);

  expect(
    cells.filter(({ id }) => id.includes("/")).map((cell) => "set" in cell && [cell.id, cell.set.accepts]),
  ).toEqual(
    [...items.values()]
      .filter(({ axis }) => axis === "phase")
      .map(({ id }) => [`${id}/new`, id === "zone:apply" ? [] : ["step", "pain"]]),
  );
});

test("a lane that comes to take more leaves the phase's own word alone", () => {
  const takes = ["step", "pain"];
  const changed = guess({ id: "1", type: "zone.set", zone: "zone:pain", fields: { takes } }, sight);

  const accepts = new Map(changed.map((each) => [each.id, "set" in each ? each.set.accepts : null]));
  expect(accepts.get("zone:apply/pain")).toEqual([]);
  expect(
    [...accepts.values()].filter((kinds) => kinds === takes || JSON.stringify(kinds) === '["step","pain"]'),
  ).not.toEqual([]);
});
