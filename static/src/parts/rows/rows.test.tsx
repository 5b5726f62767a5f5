/** Rows from a spreadsheet: what is understood of them, what is told of the rest, and one undo for all. */

import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";

import { AINO, METHOD, words } from "../../board/makers";
import type { MethodField } from "../../board/method";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { show } from "../makers";
import { cellsIn } from "./read-rows";

await fetchView("table");

const FIELDS: readonly MethodField[] = [
  { key: "severity", title: words("Vakavuus"), type: "scale5", low: words("haittaa"), high: words("estää") },
  { key: "wait", title: words("Odotus"), type: "number", unit: words("päivää") },
  { key: "owner", title: words("Vastuu"), type: "organisation" },
];
const method = { ...METHOD, kinds: METHOD.kinds.map((kind) => ({ ...kind, fields: FIELDS })) };

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next));
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
    const { store, desk, settle } = show(<App />, { you: AINO, view: "table", boot: { method } });
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
