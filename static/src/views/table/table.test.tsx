/** The third view: the same notes as rows, changed in the cell, sorted without moving under the reader, pasted from a spreadsheet. */

import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, it, test } from "vitest";

import { addNote, AINO, BJORN, METHOD, words } from "../../board/makers";
import type { MethodField } from "../../board/method";
import { show } from "../../parts/makers";
import type { Setting } from "../../parts/makers";
import { cellsIn } from "../../parts/rows/read-rows";
import { App } from "../App";
import { fetchView } from "../views";

await Promise.all([fetchView("map"), fetchView("list"), fetchView("table")]);

const FIELDS: readonly MethodField[] = [
  { key: "severity", title: words("Vakavuus"), type: "scale5", low: words("haittaa"), high: words("estää") },
  { key: "wait", title: words("Odotus"), type: "number", unit: words("päivää") },
  { key: "owner", title: words("Vastuu"), type: "organisation" },
];
const method = { ...METHOD, kinds: METHOD.kinds.map((kind) => ({ ...kind, fields: FIELDS })) };
const NOTES = ["Jono", "Odotus", "Lomake"];

function table(you = AINO, notes: readonly string[] = NOTES): Setting {
  return show(<App />, { you, notes, view: "table", boot: { method } });
}

const grid = () => screen.getByRole("grid");
const column = (index: number) =>
  [...grid().querySelectorAll(`tbody [aria-colindex="${index}"]`)].map((cell) => cell.textContent);
const cell = (row: number, index: number) =>
  grid().querySelector<HTMLElement>(`[aria-rowindex="${row + 1}"] [aria-colindex="${index}"]`)!;

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next));
});

test("the same notes are rows, with a column for each field", () => {
  table();

  const heads = within(grid())
    .getAllByRole("columnheader")
    .map((head) => head.textContent);
  expect(heads).toEqual(["Teksti", "Paikka", "Vakavuus", "Odotus (päivää)", "Vastuu", "Äänet", "Kirjoittaja"]);
  expect(column(1)).toEqual(NOTES);
  expect(grid().getAttribute("aria-rowcount")).toBe("4");
});

test("it is out of sight until it is asked for, and stays once it was", () => {
  const { desk } = show(<App />, { you: AINO, notes: NOTES, view: "map", boot: { method } });
  expect(screen.queryByRole("button", { name: "Taulukko" })).toBeNull();

  act(() => {
    desk.dialog.value = { name: "menu" };
  });
  fireEvent.click(screen.getByRole("button", { name: "Näytä taulukkona" }));

  expect(grid()).toBeTruthy();
  act(() => {
    desk.view.value = "map";
  });
  expect(screen.getByRole("button", { name: "Taulukko" })).toBeTruthy();
});

test("keys go from cell to cell with one Tab stop, Enter changes and Escape drops", () => {
  const { store, settle } = table();
  cell(1, 1).focus();
  const stops = () => grid().querySelectorAll('tbody td[tabindex="0"], thead button[tabindex="0"]').length;

  fireEvent.keyDown(document.activeElement!, { key: "ArrowDown" });
  fireEvent.keyDown(document.activeElement!, { key: "End" });
  fireEvent.keyDown(document.activeElement!, { key: "Home" });
  expect(document.activeElement).toBe(cell(2, 1));
  expect(stops()).toBe(1);

  fireEvent.keyDown(document.activeElement!, { key: "Enter" });
  const field = within(cell(2, 1)).getByRole("textbox");
  expect(document.activeElement).toBe(field);
  fireEvent.input(field, { target: { value: "Pitkä odotus" } });
  fireEvent.keyDown(field, { key: "Enter" });
  act(() => settle());
  expect(column(1)).toEqual(["Jono", "Pitkä odotus", "Lomake"]);
  expect(document.activeElement).toBe(cell(2, 1));

  fireEvent.keyDown(document.activeElement!, { key: "F2" });
  fireEvent.input(within(cell(2, 1)).getByRole("textbox"), { target: { value: "Ei näin" } });
  fireEvent.keyDown(within(cell(2, 1)).getByRole("textbox"), { key: "Escape" });
  expect(store.pending.value).toEqual([]);
  expect(column(1)[1]).toBe("Pitkä odotus");
});

test("a field is changed in its cell by the one editor, and Delete clears it", () => {
  const { store, settle } = table();
  fireEvent.click(cell(1, 3));
  fireEvent.keyDown(cell(1, 3), { key: "Enter" });
  fireEvent.click(within(cell(1, 3)).getByRole("radio", { name: "5, estää" }));
  fireEvent.keyDown(within(cell(1, 3)).getByRole("radio", { name: "5, estää" }), { key: "Enter" });
  act(() => settle());
  expect(store.items.value.get("note:0")?.["fields"]).toEqual({ severity: 5 });

  fireEvent.keyDown(cell(1, 3), { key: "Delete" });
  act(() => settle());
  expect(store.items.value.get("note:0")?.["fields"]).toBeUndefined();
});

test("what is not theirs to change says so and opens nothing", () => {
  const setting = show(<App />, {
    you: BJORN,
    notes: NOTES,
    view: "table",
    rewritten_by: "authors",
    boot: { method },
  });
  fireEvent.click(cell(1, 1));
  fireEvent.keyDown(cell(1, 1), { key: "Enter" });

  expect(within(grid()).queryByRole("textbox")).toBeNull();
  expect(cell(1, 1).getAttribute("aria-readonly")).toBe("true");
  expect(setting.desk.told.value?.text).toBe("Tätä solua ei voi muuttaa tässä.");
});

test("sorted rows stay where they are while others write, and empty ones come last", () => {
  const setting = table();
  act(() => {
    setting.store.act([
      { type: "note.set", note: "note:0", fields: { wait: 30 } },
      { type: "note.set", note: "note:2", fields: { wait: 4 } },
    ]);
  });
  act(() => setting.settle());
  fireEvent.click(screen.getByRole("button", { name: "Odotus (päivää)" }));
  expect(column(1)).toEqual(["Lomake", "Jono", "Odotus"]);

  act(() => setting.elsewhere({ type: "note.set", note: "note:2", fields: { wait: 99 } }));
  act(() => setting.elsewhere(addNote("note:new", { text: "Uusi" })));
  expect(column(1)).toEqual(["Lomake", "Jono", "Odotus", "Uusi"]);
  expect(column(4)[0]).toBe("99 päivää");

  fireEvent.click(screen.getByRole("button", { name: "Odotus (päivää)" }));
  expect(column(1)).toEqual(["Lomake", "Jono", "Uusi", "Odotus"]);
  expect(within(grid()).getAllByRole("columnheader")[3]?.getAttribute("aria-sort")).toBe("descending");
});

test("rows are filtered by what any cell says", () => {
  table();
  fireEvent.input(screen.getByRole("searchbox", { name: "Suodata rivejä" }), { target: { value: "lom" } });

  expect(column(1)).toEqual(["Lomake"]);
  expect(screen.getByText("1 / 3 riviä")).toBeTruthy();
});

describe("rows from a spreadsheet", () => {
  it("are read with quotes, tabs and line ends as spreadsheets write them", () => {
    expect(cellsIn('A\t"rivi 1\nrivi ""2"""\r\n\r\nB\t\n"C" ja D\tE')).toEqual([
      ["A", 'rivi 1\nrivi "2"'],
      ["B", ""],
      ['"C" ja D', "E"],
    ]);
  });

  it("become notes with fields as one act, with a remark on each thing that does not", () => {
    const { store, desk, settle } = table(AINO, []);
    const text = [
      "Teksti\tPaikka\tVakavuus\tOdotus\tHinta",
      "Jono on pitkä\tapply · pain\t4\t30 päivää\t7",
      "Lomake puuttuu\tMuualla\t9\t\t",
      "\tapply · pain\t1\t\t",
    ].join("\r\n");
    const notes = () => [...store.items.value.values()].filter(({ id }) => id.startsWith("note:"));

    act(() => {
      desk.dialog.value = { name: "rows", text };
    });
    const dialog = screen.getByRole("dialog");
    expect(dialog.textContent).toContain("Näitä sarakkeita ei tunneta, eikä niitä oteta mukaan: Hinta.");
    expect([...dialog.querySelectorAll("li")].map((line) => line.textContent)).toHaveLength(4);
    expect(dialog.textContent).toContain("Rivi 3, Vakavuus: arvo ”9” ei sovi, se jää pois.");
    expect(dialog.textContent).toContain("Rivi 4: tekstiä ei ole, riviä ei lisätä.");
    fireEvent.click(within(dialog).getByRole("button", { name: "Lisää 2 lappua" }));
    act(() => settle());

    expect(notes().map((note) => [note["text"], note["fields"]])).toEqual([
      ["Jono on pitkä", { severity: 4, wait: 30 }],
      ["Lomake puuttuu", undefined],
    ]);
    expect(desk.notice.value?.text).toBe("2 / 3 riviä lisättiin.");
    act(() => store.undo());
    act(() => settle());
    expect(notes()).toEqual([]);
  });
});
