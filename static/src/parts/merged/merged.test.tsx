/** Notes that become one: what they said stays one click away, and each comes out again. */

import { act, fireEvent, screen, within } from "@testing-library/preact";
import { expect, it } from "vitest";

import { isNote } from "../../board/items";
import { AINO, METHOD, words } from "../../board/makers";
import { Dialogs } from "../dialogs/Dialogs";
import { show } from "../makers";
import type { Setting } from "../makers";
import { NoteActions } from "../NoteActions";
import { NoteFacts } from "../NoteFacts";
import { Relations } from "../Relations";
import { mayMerge, mergeNotes } from "./merging";

const TEXTS = ["Jonot ovat pitkiä", "jonot ovat  pitkiä.", "Maksu katosi", "JONOT OVAT PITKIÄ!"];

function shown(wished: Parameters<typeof show>[1] = {}): Setting {
  return show(
    <>
      <Relations level={2} />
      <Dialogs />
    </>,
    { notes: TEXTS, ...wished },
  );
}

function note({ store }: Setting, id: string) {
  const found = store.items.value.get(id);
  if (!isNote(found)) throw new Error(`no ${id}`);
  return found;
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

it("says which notes say the same, and makes one of them only when somebody presses", () => {
  const setting = shown();
  const same = screen.getByText("Jonot ovat pitkiä").closest("li") as HTMLElement;
  expect(within(same).getByText("· 3 lappua")).toBeDefined();
  expect(setting.store.items.value.has("note:1")).toBe(true);

  press("Yhdistä: Jonot ovat pitkiä");
  act(() => setting.settle());

  expect(note(setting, "note:0").text).toBe("Jonot ovat pitkiä");
  expect(note(setting, "note:0").merged?.map(({ id }) => id)).toEqual(["note:1", "note:3"]);
  expect(screen.queryByRole("button", { name: /^Yhdistä: / })).toBeNull();
  act(() => setting.store.undo());
  expect(["note:1", "note:3"].map((id) => setting.store.items.value.has(id))).toEqual([true, true]);
  expect(note(setting, "note:0").merged).toBeUndefined();
});

it("keeps every wording once where they say different things", () => {
  const setting = shown();

  act(() =>
    mergeNotes(
      setting.desk,
      ["note:2", "note:0", "note:1"].map((id) => note(setting, id)),
    ),
  );

  expect(note(setting, "note:2").text).toBe("Maksu katosi\nJonot ovat pitkiä");
});

it("takes over what the first does not say of itself, and gives it back with one undo", () => {
  const quote = { key: "quote", title: words("Sanottua"), type: "text" } as const;
  const kinds = METHOD.kinds.map((kind) => ({ ...kind, fields: [quote] }));
  const setting = shown({ boot: { method: { ...METHOD, kinds } } });
  const said = { evidence: "data", severity: 4, quote: "Tunti" };
  const told = { "note:0": { evidence: "heard" }, "note:1": said };
  for (const [id, fields] of Object.entries(told)) act(() => setting.elsewhere({ type: "note.set", note: id, fields }));
  act(() => setting.elsewhere({ type: "note.tie", note: "note:1", fields: { entity: "entity:jono" } }, AINO));

  act(() => mergeNotes(setting.desk, [note(setting, "note:0"), note(setting, "note:1")]));
  expect(setting.store.pending.value).toEqual([
    expect.objectContaining({ type: "note.merge", fields: { severity: 4 } }),
  ]);
  expect(note(setting, "note:0").fields).toEqual({ evidence: "heard", severity: 4 });
  expect(note(setting, "note:0").entity).toBeUndefined();
  act(() => setting.store.undo());
  expect(note(setting, "note:0").fields).toEqual({ evidence: "heard" });
});

it("takes over the tie to the register where one who leads merges", () => {
  const setting = shown({ you: AINO });
  act(() => setting.elsewhere({ type: "note.tie", note: "note:1", fields: { entity: "entity:jono" } }, AINO));

  act(() => mergeNotes(setting.desk, [note(setting, "note:0"), note(setting, "note:1")]));
  expect(note(setting, "note:0").entity).toBe("entity:jono");
  act(() => setting.store.undo());
  expect(note(setting, "note:0").entity).toBeUndefined();
  expect(note(setting, "note:1").entity).toBe("entity:jono");
});

it("shows what became a note, and takes one or all of them apart", () => {
  const setting = shown();
  act(() =>
    mergeNotes(
      setting.desk,
      ["note:0", "note:1", "note:3"].map((id) => note(setting, id)),
    ),
  );
  act(() => setting.settle());
  act(() => {
    setting.desk.dialog.value = { name: "merged", note: "note:0" };
  });
  expect(screen.getAllByText(/pitkiä/i).length).toBeGreaterThan(2);

  press("Ota erilleen: JONOT OVAT PITKIÄ!");
  expect(setting.store.items.value.has("note:3")).toBe(true);
  expect(note(setting, "note:0").merged?.map(({ id }) => id)).toEqual(["note:1"]);
  act(() => setting.store.undo());
  expect(note(setting, "note:0").merged?.map(({ id }) => id)).toEqual(["note:1", "note:3"]);

  press("Ota kaikki erilleen");
  expect(note(setting, "note:0").merged).toBeUndefined();
  screen.getByText("Tähän lappuun ei ole yhdistetty muita.");
});

it("offers nothing to whoever may not rewrite the notes", () => {
  const { desk } = shown({ rewritten_by: "authors" });
  const notes = desk.latest.value.areas.flatMap((area) => area.notes);

  expect(screen.queryByRole("button", { name: /^Yhdistä: / })).toBeNull();
  expect(mayMerge(desk, notes.slice(0, 2))).toBe(false);
});

it("tells on the note how many became it, and leads to them from what can be done to it", () => {
  const setting = shown();
  act(() =>
    mergeNotes(
      setting.desk,
      ["note:0", "note:1"].map((id) => note(setting, id)),
    ),
  );
  const one = note(setting, "note:0");
  const again = show(
    <>
      <NoteFacts note={one} id="facts" chosen />
      <NoteActions note={one} />
      <Dialogs />
    </>,
    { notes: TEXTS },
  );

  screen.getByText("2 lapusta");
  press("Yhdistetyt laput…");
  expect(again.desk.dialog.value).toEqual({ name: "merged", note: "note:0" });
});

it("moves arrows and comments with the note, and votes of one person count once", () => {
  const setting = shown();
  const cast = (vote: string, of: string) =>
    setting.store.act({ type: "vote.cast", vote, ballot: "ballot:1", note: of });
  act(() => {
    const ballot = { title: "?", each: 3, per_note: 1, over: "notes" } as const;
    setting.elsewhere({ type: "link.add", link: "link:1", from: "note:2", to: "note:1", kind: "information" });
    setting.elsewhere({ type: "comment.add", comment: "comment:1", on: "note:1", text: "Missä?" });
    setting.elsewhere({ type: "ballot.open", ballot: "ballot:1", ...ballot });
    cast("vote:1", "note:0");
    cast("vote:2", "note:1");
    mergeNotes(
      setting.desk,
      ["note:0", "note:1"].map((id) => note(setting, id)),
    );
  });
  const { items } = setting.store;

  expect(items.value.get("link:1")).toMatchObject({ from: "note:2", to: "note:0" });
  expect(items.value.get("comment:1")).toMatchObject({ on: "note:0" });
  const { mine, spare, left } = setting.desk.voting.value;
  expect([mine.get("note:0")?.length, spare.length, left]).toEqual([1, 1, 2]);
});
