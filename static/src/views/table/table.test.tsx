/** The third view: the same notes as rows, where everything is done that a note lets people do, by keys alone. */

import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, it, test } from "vitest";

import { addNote, AINO, BJORN, CHLOE, methodWith, words } from "../../board/makers";
import type { MethodField } from "../../board/method";
import type { Wish } from "../../board/operations";
import { show } from "../../parts/makers";
import type { Setting } from "../../parts/makers";
import { App } from "../App";
import { fetchView } from "../views";

await Promise.all([fetchView("map"), fetchView("list"), fetchView("table")]);

const FIELDS: readonly MethodField[] = [
  { key: "severity", title: words("Vakavuus"), type: "scale5", low: words("haittaa"), high: words("estää") },
  { key: "wait", title: words("Odotus"), type: "number", unit: words("päivää") },
  { key: "owner", title: words("Vastuu"), type: "organisation" },
];
const method = methodWith(FIELDS, "next", "jatkuu");
const NOTES = ["Jono", "Odotus", "Lomake"];
const WAIT = "Odotus (päivää)";

function table(you = AINO, more: Parameters<typeof show>[1] = {}): Setting {
  return show(<App />, { you, notes: NOTES, view: "table", boot: { method }, ...more });
}

function did({ store, settle }: Setting, ...wishes: readonly Wish[]): void {
  act(() => store.act(wishes));
  act(() => settle());
}

const grid = () => screen.getByRole("grid");
const heads = () =>
  [...grid().querySelectorAll("thead th")].map((head) => head.textContent).filter((title) => title !== "");
const rows = () => [...grid().querySelectorAll("tbody tr")];
const at = (title: string) => heads().indexOf(title) + 1;
const column = (title: string) => rows().map((row) => row.children[at(title)]?.textContent);
const cell = (row: number, title = "Teksti") => rows()[row - 1]?.children[at(title)] as HTMLElement;
const press = (key: string, more: object = {}) => fireEvent.keyDown(document.activeElement!, { key, ...more });
const focused = () => document.activeElement;

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next));
});

test("the same notes are rows, and a column is drawn once some row says something in it", () => {
  const setting = table();
  expect(heads()).toEqual(["Teksti", "Paikka", "Kirjoittaja"]);
  expect(column("Teksti")).toEqual(NOTES);
  expect(within(grid()).getAllByRole("rowheader")).toHaveLength(3);
  expect(grid().getAttribute("aria-rowcount")).toBe("4");

  act(() => setting.elsewhere({ type: "note.set", note: "note:1", fields: { wait: 30 } }));
  expect(heads()).toEqual(["Teksti", "Paikka", WAIT, "Kirjoittaja"]);

  act(() => setting.elsewhere({ type: "note.set", note: "note:1", fields: { wait: null } }));
  expect(heads()).toContain(WAIT);
});

test("a column that says nothing is shown where it is asked for, and so it stays on this board", () => {
  const setting = table();
  fireEvent.click(screen.getByRole("button", { name: "Sarakkeet 3 / 10" }));
  fireEvent.click(screen.getByRole("checkbox", { name: "Vastuu" }));
  fireEvent.click(screen.getByRole("checkbox", { name: "Paikka" }));
  expect(heads()).toEqual(["Teksti", "Vastuu", "Kirjoittaja"]);

  act(() => {
    setting.desk.view.value = "map";
  });
  act(() => {
    setting.desk.view.value = "table";
  });
  expect(heads()).toEqual(["Teksti", "Vastuu", "Kirjoittaja"]);
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

describe("cells", () => {
  test("keys go from cell to cell with one Tab stop, Enter changes and Escape drops", () => {
    const { store, settle } = table();
    cell(1).focus();
    const stops = () => grid().querySelectorAll('[tabindex="0"]').length;

    press("ArrowDown");
    press("End");
    press("Home");
    expect((focused() as HTMLInputElement).type).toBe("checkbox");
    press("ArrowRight");
    expect(focused()).toBe(cell(2));
    expect(stops()).toBe(1);

    press("Enter");
    const field = within(cell(2)).getByRole("textbox");
    expect(focused()).toBe(field);
    fireEvent.input(field, { target: { value: "Pitkä odotus" } });
    fireEvent.keyDown(field, { key: "Enter" });
    act(() => settle());
    expect(column("Teksti")).toEqual(["Jono", "Pitkä odotus", "Lomake"]);
    expect(focused()).toBe(cell(2));

    press("F2");
    fireEvent.input(within(cell(2)).getByRole("textbox"), { target: { value: "Ei näin" } });
    fireEvent.keyDown(within(cell(2)).getByRole("textbox"), { key: "Escape" });
    expect(store.pending.value).toEqual([]);
    expect(column("Teksti")[1]).toBe("Pitkä odotus");
  });

  test("a field is changed in its cell by the one editor, and Delete clears it", () => {
    const setting = table();
    did(setting, { type: "note.set", note: "note:1", fields: { severity: 2 } });
    cell(1, "Vakavuus").focus();
    press("Enter");
    const five = within(cell(1, "Vakavuus")).getByRole("radio", { name: "5, estää" });
    fireEvent.click(five);
    fireEvent.keyDown(five, { key: "Enter" });
    act(() => setting.settle());
    expect(setting.store.items.value.get("note:0")?.["fields"]).toEqual({ severity: 5 });

    fireEvent.keyDown(cell(1, "Vakavuus"), { key: "Delete" });
    act(() => setting.settle());
    expect(setting.store.items.value.get("note:0")?.["fields"]).toBeUndefined();
  });

  test("what was half typed is kept when the view changes under it", () => {
    const setting = table();
    did(setting, { type: "note.set", note: "note:1", fields: { wait: 2 } });
    cell(1, WAIT).focus();
    press("Enter");
    fireEvent.input(within(cell(1, WAIT)).getByRole("textbox"), { target: { value: "12 päivää" } });
    act(() => {
      setting.desk.view.value = "map";
    });
    act(() => setting.settle());

    expect(setting.store.items.value.get("note:0")?.["fields"]).toEqual({ wait: 12 });
  });

  test("what is not theirs to change says so and opens nothing", () => {
    const { desk } = table(BJORN, { rewritten_by: "authors" });
    fireEvent.click(cell(1));
    fireEvent.keyDown(cell(1), { key: "Enter" });

    expect(within(grid()).queryByRole("textbox")).toBeNull();
    expect(cell(1).getAttribute("aria-readonly")).toBe("true");
    expect(desk.told.value?.text).toBe("Tätä solua ei voi muuttaa tässä.");
  });
});

describe("the order of rows", () => {
  test("stays while others write, with empty ones last, and is made anew when the reader asks", () => {
    const setting = table();
    did(
      setting,
      { type: "note.set", note: "note:0", fields: { wait: 30 } },
      { type: "note.set", note: "note:2", fields: { wait: 4 } },
    );
    fireEvent.click(screen.getByRole("button", { name: WAIT }));
    expect(column("Teksti")).toEqual(["Lomake", "Jono", "Odotus"]);

    act(() => setting.elsewhere({ type: "note.set", note: "note:2", fields: { wait: 99 } }));
    act(() => setting.elsewhere(addNote("note:new", { text: "Uusi" })));
    expect(column("Teksti")).toEqual(["Lomake", "Jono", "Odotus", "Uusi"]);
    expect(column(WAIT)[0]).toBe("99 päivää");

    fireEvent.click(screen.getByRole("button", { name: "Järjestä uudelleen" }));
    expect(column("Teksti")).toEqual(["Jono", "Lomake", "Uusi", "Odotus"]);
    expect(screen.queryByRole("button", { name: "Järjestä uudelleen" })).toBeNull();
    expect(within(grid()).getByRole("columnheader", { name: WAIT }).getAttribute("aria-sort")).toBe("ascending");
  });

  test("follows one's own moves, not those of others", () => {
    const setting = table();
    act(() => setting.elsewhere({ type: "note.move", note: "note:0", zone: "zone:wait/pain", order: "a0" }));
    expect(column("Teksti")).toEqual(["Jono", "Odotus", "Lomake"]);
    expect(column("Paikka")[0]).toBe("Odotus · Kipu");

    cell(3).focus();
    press("ArrowUp", { altKey: true });
    act(() => setting.settle());

    expect(column("Teksti")).toEqual(["Lomake", "Odotus", "Jono"]);
    expect(focused()).toBe(cell(1));
  });

  test("rows are filtered by what any cell says", () => {
    table();
    fireEvent.input(screen.getByRole("searchbox", { name: "Suodata rivejä" }), { target: { value: "lom" } });

    expect(column("Teksti")).toEqual(["Lomake"]);
    expect(screen.getByText("1 / 3 riviä")).toBeTruthy();
  });

  test("where the row with the focus is removed, the next one has it and that is said", () => {
    const setting = table();
    cell(2).focus();
    act(() => setting.elsewhere({ type: "note.remove", note: "note:1" }));

    expect(focused()).toBe(cell(2));
    expect(cell(2).textContent).toBe("Lomake");
    expect(setting.desk.told.value?.text).toContain("Lomake");
  });
});

describe("by keys alone", () => {
  it("adds rows one after another where it is asked, and keeps what was begun", async () => {
    const setting = table(BJORN);
    cell(1).focus();
    press("n");
    const form = await screen.findByRole("form", { name: "Kirjoita lappu" });
    const field = within(form).getByRole("textbox", { name: "Lapun teksti" });
    expect(focused()).toBe(field);
    fireEvent.input(field, { target: { value: "Neljäs" } });
    fireEvent.keyDown(field, { key: "Enter" });
    fireEvent.change(within(form).getByRole("combobox", { name: "Mihin" }), { target: { value: "zone:core" } });
    fireEvent.input(field, { target: { value: "Ytimeen" } });
    fireEvent.keyDown(field, { key: "Enter" });
    act(() => setting.settle());
    fireEvent.input(field, { target: { value: "Kesken" } });
    fireEvent.keyDown(field, { key: "Escape" });

    expect(column("Teksti")).toEqual([...NOTES, "Neljäs", "Ytimeen"]);
    expect(column("Paikka").slice(3)).toEqual(["Haku · Kipu", "Ydin"]);
    expect(screen.queryByRole("form", { name: "Kirjoita lappu" })).toBeNull();
    expect([...setting.desk.drafts]).toEqual([["zone:core", "Kesken"]]);
  });

  it("chooses rows, and does to all of them what the toolbar has", async () => {
    const setting = table();
    cell(1).focus();
    press(" ");
    press("ArrowDown", { shiftKey: true });
    expect([...setting.desk.inHand.value]).toEqual(["note:0", "note:1"]);
    expect(rows().map((row) => row.getAttribute("aria-selected"))).toEqual(["true", "true", "false"]);
    const tools = within(screen.getByRole("toolbar", { name: "Työkalut" }));
    const named = tools.getAllByRole("button").map((button) => button.textContent || button.ariaLabel);
    expect(named.slice(1, 7)).toEqual(["Siirrä…", "Teemaksi…", "Tiedot…", "Yhdistä", "Monista", "Poista"]);

    fireEvent.click(tools.getByRole("button", { name: "Poista" }));
    act(() => setting.settle());
    expect(column("Teksti")).toEqual(["Lomake"]);

    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    act(() => setting.settle());
    expect(column("Teksti")).toEqual(NOTES);
  });

  it("opens the ways to move, to say more, to link, to gather and to comment", () => {
    const { desk } = table(BJORN);
    const ways = { m: "move", i: "fields", l: "link", t: "cluster", k: "comments" };
    for (const [key, name] of Object.entries(ways)) {
      cell(2).focus();
      press(key);
      expect(desk.dialog.value?.name).toBe(name);
      act(() => {
        desk.dialog.value = null;
      });
    }
  });

  it("changes place, kind and theme in their cells, and removes with Delete on the text", () => {
    const setting = table(BJORN);
    did(setting, { type: "cluster.add", cluster: "cluster:1", title: "Jonot", notes: ["note:0"] });
    const choose = (title: string, value: string) => {
      cell(2, title).focus();
      press("Enter");
      fireEvent.change(within(cell(2, title)).getByRole("combobox"), { target: { value } });
      press("Enter");
      act(() => setting.settle());
    };
    choose("Teema", "cluster:1");
    expect(column("Teema")).toEqual(["Jonot", "Jonot", ""]);
    choose("Teema", "");
    expect(column("Teema")).toEqual(["Jonot", "", ""]);
    choose("Paikka", "zone:core");
    expect(setting.store.items.value.get("note:1")?.["zone"]).toBe("zone:core");

    cell(1).focus();
    press("Delete");
    act(() => setting.settle());
    expect(column("Teksti")).toEqual(["Lomake", "Odotus"]);
  });

  it("votes with V or in the cell, and tells the sums of notes and themes afterwards", () => {
    const setting = table(BJORN);
    const ballot = { type: "ballot.open", ballot: "ballot:1", title: "Mikä?", each: 3, per_note: 2 } as const;
    act(() => setting.elsewhere({ ...ballot, over: "notes" }, AINO));
    cell(1).focus();
    press("v");
    act(() => setting.settle());
    cell(2, "Äänet").focus();
    press("Enter");
    fireEvent.click(focused()!);
    act(() => setting.settle());
    expect(setting.desk.voting.value.left).toBe(1);
    expect([...setting.desk.voting.value.mine.keys()]).toEqual(["note:0", "note:1"]);
  });

  it("shows arrows, comments and refused rows too", () => {
    const setting = table(BJORN);
    act(() =>
      setting.elsewhere({ type: "link.add", link: "link:1", from: "note:0", to: "note:1", kind: "next" }, CHLOE),
    );
    act(() => setting.elsewhere({ type: "comment.add", comment: "comment:1", on: "note:2", text: "Miksi?" }, CHLOE));

    expect(column("Nuolet")).toEqual(["→ jatkuu: Odotus", "← jatkuu: Jono", ""]);
    expect(column("Kommentit")).toEqual(["", "", "1"]);
    act(() => setting.elsewhere({ type: "note.write", note: "note:1", was: "Odotus", text: "Jonotus" }));
    expect(column("Nuolet")[0]).toBe("→ jatkuu: Jonotus");
    expect(screen.getByRole("heading", { name: "Poistetut" })).toBeTruthy();
  });
});
