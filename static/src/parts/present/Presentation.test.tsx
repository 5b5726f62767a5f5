import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";

import { AINO, BJORN, CHLOE } from "../../board/makers";
import type { Change } from "../../board/items";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { show } from "../makers";
import type { Setting } from "../makers";
import { firstOf, slidesOf } from "./slides";

await Promise.all([fetchView("map"), fetchView("list")]);

const texts = ({ desk }: Setting) => slidesOf(desk).map(({ title, cards }) => [title, cards.map(({ text }) => text)]);
afterEach(cleanup);

/** Everybody hears of changes that the log's double knows no operation for. */
const hear = ({ log, store }: Setting, ...changes: readonly Change[]) =>
  store.receive([{ seq: log.seq + 1, op: "told", by: AINO, at: "2026-11-21T09:14:03.120Z", changes }]);
const stage = () => within(screen.getByRole("dialog", { name: "Esitystila" }));

it("has the places that hold notes, themes and the last result, in this order", () => {
  const setting = show(null, { notes: ["Jono", "Lomake"] });
  const { elsewhere } = setting;
  elsewhere({ type: "note.move", note: "note:1", zone: "zone:core", order: "a0" });
  elsewhere({ type: "cluster.add", cluster: "cluster:1", title: "Odotus", notes: ["note:0"] });
  elsewhere({ type: "ballot.open", ballot: "ballot:1", title: "Mikä ensin?", each: 2, per_note: 2, over: "notes" });

  expect(texts(setting)).toEqual([
    ["Haku · Kipu", ["Jono"]],
    ["Ydin", ["Lomake"]],
    ["Teema: Odotus", ["Jono"]],
  ]);
});

it("shows a result by votes, with the same rank for the same number, once the ballot is over", () => {
  const setting = show(null, { notes: ["Jono", "Lomake", "Ovi", "Portti"] });
  const end = { open: false, sums: { "note:0": 1, "note:1": 4, "note:2": 4 }, voters: 5, secret: true };
  hear(setting, { id: "ballot:1", set: { title: "Mikä ensin?", each: 2, per_note: 1, over: "notes", ...end } });

  const result = slidesOf(setting.desk).at(-1);

  expect(result?.title).toBe("Äänestyksen tulos: Mikä ensin?");
  expect(result?.cards.map(({ rank, text, votes }) => [rank, text, votes])).toEqual([
    [1, "Lomake", 4],
    [1, "Ovi", 4],
    [3, "Jono", 1],
  ]);
});

it("begins at the place that is asked for, else at what the agenda looks at, else at the first", () => {
  const setting = show(null, { notes: ["Jono", "Lomake"] });
  setting.elsewhere({ type: "note.move", note: "note:1", zone: "zone:wait/pain", order: "a0" });
  const slides = slidesOf(setting.desk);

  expect(firstOf(slides, "zone:wait/pain", null)).toBe(1);
  expect(firstOf(slides, "zone:core", "zone:wait")).toBe(1);
  expect(firstOf(slides, undefined, null)).toBe(0);
});

it("shows nothing private: no note of a silence, no vote", () => {
  const setting = show(<App />, { notes: ["Kaikkien"] });
  const mine = { kind: "pain", text: "Salainen", zone: "zone:apply/pain", author: BJORN, silence: 9, private: true };
  act(() => {
    hear(
      setting,
      { id: "board", set: { mode: "silent", silence: 9 } },
      { id: "note:mine", set: mine },
      { id: "ballot:1", set: { title: "?", each: 2, per_note: 1, over: "notes", open: true } },
      { id: "vote:1", set: { ballot: "ballot:1", note: "note:0", author: BJORN } },
    );
    setting.desk.dialog.value = { name: "present" };
  });

  expect(screen.getAllByText("Salainen")).toHaveLength(1);
  expect(stage().getByText("Kaikkien")).toBeTruthy();
  expect(stage().queryByText("Salainen")).toBeNull();
  expect(stage().queryByText(/ääni|ääntä/)).toBeNull();
});

it("tells how to join only while somebody wants it told", () => {
  const { desk } = show(<App />, { notes: ["Jono"] });
  act(() => {
    desk.invitation.value = { code: "7KF2QX9M", join: "https://luotain.fi/j/7KF2QX9M", qr: null };
    desk.dialog.value = { name: "present" };
  });
  const code = () => stage().queryByText("7KF2 QX9M");

  expect(code()).toBeNull();
  fireEvent.click(stage().getByRole("button", { name: "Näytä liittymiskoodi" }));
  expect(code()).toBeTruthy();
});

it("names who wrote a note only where the board does", () => {
  const setting = show(<App />, { notes: ["Jono"] });
  const names = () => slidesOf(setting.desk)[0]?.cards.map(({ author }) => author);

  expect(names()).toEqual([CHLOE]);
  hear(setting, { id: "board", set: { authors: "nothing" } });
  expect(names()).toEqual([""]);
});

it("is opened by P at the note in focus, walked with the arrow keys, follows the board, and is left with Esc", () => {
  const { elsewhere, desk } = show(<App />, { notes: ["Jono", "Lomake"] });
  act(() => elsewhere({ type: "note.move", note: "note:1", zone: "zone:wait/pain", order: "a0" }));

  fireEvent.keyDown(screen.getByRole("group", { name: /Lomake/ }), { key: "p" });
  expect(stage().getByRole("heading", { name: "Odotus · Kipu" })).toBe(document.activeElement);
  fireEvent.keyDown(document.activeElement as Element, { key: "ArrowLeft" });
  expect(stage().getByRole("heading", { name: "Haku · Kipu" })).toBeTruthy();
  expect(stage().getByRole("status").textContent).toBe("Haku · Kipu, kohta 1/2");
  act(() => elsewhere({ type: "note.write", note: "note:0", was: "Jono", text: "Jono ulkona" }));
  expect(stage().getByText("Jono ulkona")).toBeTruthy();
  fireEvent(screen.getByRole("dialog", { name: "Esitystila" }), new Event("cancel", { cancelable: true }));

  expect(desk.dialog.value).toBeNull();
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("does nothing on P while somebody writes, or has turned letters off", () => {
  const { desk } = show(<App />, { notes: ["Jono"] });
  act(() => {
    desk.writing.value = "note:0";
  });

  fireEvent.keyDown(screen.getByRole("textbox"), { key: "p" });
  desk.letters.value = false;
  fireEvent.keyDown(document.body, { key: "p" });

  expect(screen.queryByRole("dialog")).toBeNull();
});
