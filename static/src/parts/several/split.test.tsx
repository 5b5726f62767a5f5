/** A note with two organisations offers to become two. */

import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";

import { BJORN, METHOD } from "../../board/makers";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { show } from "../makers";
import { partsOf } from "../fields/parties";

await fetchView("map");

const method = { ...METHOD, kinds: METHOD.kinds.map((kind) => ({ ...kind, tint: "org" as const })) };

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next));
});

test.each([
  ["PRH · Verohallinto", ["PRH", "Verohallinto"]],
  ["Kela; DVV\nKela", ["Kela", "DVV"]],
  ["Migri / TE-palvelut", ["Migri", "TE-palvelut"]],
  ["Etelä-Pohjanmaan ELY/TE", ["Etelä-Pohjanmaan ELY/TE"]],
  ["Opetus-, nuoriso- ja liikuntatoimi", ["Opetus-, nuoriso- ja liikuntatoimi"]],
])("%s names %j", (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});

test("it becomes a note for each, with the same fields, as one act that one undo takes back", () => {
  const { desk, store, settle } = show(<App />, {
    you: BJORN,
    notes: ["PRH · Verohallinto", "Kela"],
    boot: { method },
  });
  const texts = () => desk.latest.value.notesIn("zone:apply/pain").map(({ text, fields }) => [text, fields]);
  act(() => store.act({ type: "note.set", note: "note:0", fields: { part: "responsible" } }));
  act(() => settle());
  const tools = () => within(screen.getByRole("toolbar", { name: "Työkalut" }));
  act(() => {
    desk.inHand.value = new Set(["note:1"]);
  });
  expect(tools().queryByRole("button", { name: /^Jaa/ })).toBeNull();

  act(() => {
    desk.inHand.value = new Set(["note:0"]);
  });
  fireEvent.click(tools().getByRole("button", { name: "Jaa 2 lapuksi" }));
  act(() => settle());
  const fields = { part: "responsible" };
  expect(texts()).toEqual([
    ["PRH", fields],
    ["Verohallinto", fields],
    ["Kela", undefined],
  ]);

  act(() => store.undo());
  act(() => settle());
  expect(texts()).toEqual([
    ["PRH · Verohallinto", fields],
    ["Kela", undefined],
  ]);
});
