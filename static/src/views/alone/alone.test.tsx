/**
 * Map, List and Table, each of them alone: a participant does in it, by keys, everything that a participant may do.
 *
 * What that is the engine says (`may.json`, which tests/engine/test_may.py compares with it), so an operation that has no
 * way in one of the views fails here.
 */

import { act, cleanup } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";

import { AINO, methodWith, SEVERITY } from "../../board/makers";
import type { View } from "../../parts/desk";
import { show } from "../../parts/makers";
import type { Setting } from "../../parts/makers";
import { App } from "../App";
import { fetchView } from "../views";
import type { Deed } from "./deed";
import mayDo from "./may.json";
import { onNotes } from "./on-notes";
import { onRelations } from "./on-relations";
import { onZones } from "./on-zones";

const VIEWS = ["map", "list", "table"] as const satisfies readonly View[];
const DEEDS = { ...onNotes, ...onRelations, ...onZones };

await Promise.all(VIEWS.map(fetchView));

const method = methodWith([SEVERITY], "data", "antaa tietoa");

/** A participant's board, on which whoever works may shape the zones and rewrite the notes. */
function begun(view: View, { others = [], mine = [], told = {} }: Deed): Setting {
  const setting = show(<App />, { view, notes: ["Yksi", "Kaksi", "Kolme"], boot: { method } });
  const { log, store, elsewhere, settle } = setting;
  act(() => {
    elsewhere({ type: "board.set", fields: { shaped_by: "everybody" } }, AINO);
    for (const wish of others) elsewhere(wish, wish.type === "ballot.open" ? AINO : "p:chloe");
    for (const wish of mine) {
      store.act(wish, { undo: "" });
      settle();
    }
    setting.desk.holding.show();
  });
  const changes = Object.entries(told).map(([id, set]) => ({ id, set }));
  const event = { op: "00000000-0000-7000-9000-0000000000ff", by: "p:chloe", at: "2026-11-21T09:14:03.120Z" };
  if (changes.length > 0) act(() => void store.receive([{ seq: log.seq + 1, ...event, changes }]));
  return setting;
}

const ALL = Object.entries(DEEDS).flatMap(([type, deeds]) => [deeds].flat().map((deed, way) => ({ type, way, deed })));

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next));
});

test("all that a participant may do is done here", () => {
  expect(Object.keys(DEEDS).toSorted()).toEqual(mayDo.toSorted());
});

describe.each(VIEWS)("in the %s alone, by keys", (view) => {
  test.each(ALL)("$type $way", async ({ type, deed }) => {
    const { store } = begun(view, deed);

    await deed.does(view);

    expect(store.pending.value.find((operation) => operation.type === type)).toMatchObject(deed.sends);
  });
});
