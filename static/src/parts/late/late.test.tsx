/** After the end of a workshop: what arrives late waits, what does not belong is left out, notes become one. */

import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";

import { addNote, AINO, BJORN } from "../../board/makers";
import type { Wish } from "../../board/operations";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { show } from "../makers";
import type { Setting } from "../makers";
import { mayMerge } from "../merged/merging";

await Promise.all([fetchView("map"), fetchView("list")]);

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next)); // what was to be done after the last drawing
});

function ended(you: string, notes: readonly string[] = []): Setting {
  const setting = show(<App />, { you, view: "list", notes });
  act(() => {
    setting.elsewhere({ type: "mode.set", mode: "look" }, "system");
    setting.elsewhere({ type: "board.set", fields: { ended: true } } as unknown as Wish, "system");
  });
  return setting;
}

function arrives({ elsewhere }: Setting, ...texts: readonly string[]): void {
  act(() => texts.forEach((text, i) => elsewhere(addNote(`note:late${i}`, { text }), BJORN)));
}

test("whoever wrote it reads that it waits, and it is not on the board", () => {
  const setting = ended(BJORN);
  expect(screen.queryByRole("region", { name: "Vastasaapuneet" })).toBeNull();
  act(() => setting.store.act(addNote("note:mine", { text: "Jono on pitkä" })));
  act(() => setting.settle());

  const strip = screen.getByRole("region", { name: "Vastasaapuneet" });
  expect(strip.textContent).toContain("1 lappusi saapui työpajan päätyttyä. Se odottaa");
  expect(within(strip).queryByRole("button")).toBeNull();
  expect(screen.queryByText("Jono on pitkä")).toBeNull();
});

test("whoever leads takes them in one by one, leaves them out, or takes all", () => {
  const setting = ended(AINO);
  arrives(setting, "Jono on pitkä", "Lomake puuttuu", "Kukaan ei vastaa");
  fireEvent.click(screen.getByRole("button", { name: "Katso vastasaapuneet" }));
  const panel = screen.getByRole("dialog", { name: "Vastasaapuneet" });
  fireEvent.click(within(panel).getByRole("button", { name: "Ota mukaan: Jono on pitkä" }));
  fireEvent.click(within(panel).getByRole("button", { name: "Jätä pois: Lomake puuttuu" }));

  expect(setting.store.pending.value.map(({ type }) => type)).toEqual(["note.take_in", "note.leave_out"]);
  act(() => setting.settle());
  expect(document.querySelector("main")?.textContent).toContain("Jono on pitkä");
  expect(within(panel).getByRole("heading", { name: "Jätetty pois" })).toBeTruthy();
  expect(screen.getByRole("region", { name: "Vastasaapuneet" }).textContent).toContain("1 lappu saapui");
  fireEvent.click(within(panel).getByRole("button", { name: "Ota mukaan: Lomake puuttuu" }));
  fireEvent.click(within(panel).getByRole("button", { name: "Ota mukaan: Kukaan ei vastaa" }));
  act(() => setting.settle());
  expect(setting.store.late.value).toEqual([]);
  expect(panel.contains(document.activeElement)).toBe(true);
});

test("a note is left out of the output from the list and put back by undo", () => {
  const { store, settle } = ended(AINO, ["Jono on pitkä"]);
  fireEvent.click(screen.getByText("Jono on pitkä"));
  const acts = screen.getByRole("group", { name: "Lapun toiminnot" });
  fireEvent.click(within(acts).getByRole("button", { name: "Jätä pois tuotoksesta" }));
  act(() => settle());

  expect(screen.getByRole("group", { name: /Jätetty pois tuotoksesta/ })).toBeTruthy();
  expect(within(acts).getByRole("button", { name: "Ota taas tuotokseen" })).toBeTruthy();
  act(() => store.undo());
  act(() => settle());
  expect(screen.queryByText("Jätetty pois tuotoksesta")).toBeNull();
});

test("leaving out is not offered while the workshop goes on, or to those who take part", () => {
  show(<App />, { you: AINO, view: "list", notes: ["Jono on pitkä"] });
  fireEvent.click(screen.getByText("Jono on pitkä"));
  expect(screen.queryByRole("button", { name: "Jätä pois tuotoksesta" })).toBeNull();

  ended(BJORN, ["Jono on pitkä"]);
  fireEvent.click(screen.getByText("Jono on pitkä"));
  expect(screen.queryByRole("button", { name: "Jätä pois tuotoksesta" })).toBeNull();
});

test("notes become one, and one undo brings them back", () => {
  const { desk, store, settle } = ended(AINO, ["Jono", "Odotus"]);
  act(() => {
    desk.inHand.value = new Set(["note:0", "note:1"]);
  });
  fireEvent.click(screen.getByRole("button", { name: "Yhdistä" }));
  act(() => settle());

  expect(store.items.value.get("note:0")?.text).toBe("Jono\nOdotus");
  expect(store.items.value.has("note:1")).toBe(false);
  act(() => store.undo());
  act(() => settle());
  expect(store.items.value.get("note:0")?.text).toBe("Jono");
  expect(store.items.value.has("note:1")).toBe(true);
});

test("an emptied note is not offered for becoming one with others", () => {
  const { desk } = ended(AINO, ["Jono", "Odotus"]);
  const [one, other] = desk.latest.value.areas.flatMap(({ notes }) => notes);

  expect(mayMerge(desk, [one!, other!])).toBe(true);
  expect(mayMerge(desk, [one!, { ...other!, erased: true }])).toBe(false);
});

test("in the control panel no mode is offered once the workshop is over", () => {
  const { desk } = ended(AINO);
  act(() => {
    desk.dialog.value = { name: "control" };
  });
  const panel = screen.getByRole("dialog", { name: "Ohjaus" });

  expect(panel.textContent).toContain("Työpaja on päättynyt: tavat ja äänestykset ovat kiinni.");
  expect(within(panel).queryByRole("button", { name: /Ota käyttöön/ })).toBeNull();
  expect(within(panel).queryByRole("link", { name: "Päätä työpaja…" })).toBeNull();
});
