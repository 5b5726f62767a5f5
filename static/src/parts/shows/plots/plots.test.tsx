import { cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";

import { show } from "../../makers";
import type { Grid, Network, PainCurve } from "./plot";
import { Plots } from "./Plots";

const words = (fi: string) => ({ fi, sv: `${fi} (sv)`, en: `${fi} (en)` });
const NOTES = ["Jono on pitkä", "Lomake on vaikea", "Sama kysytään taas"];

const PAIN: PainCurve = {
  key: "pain_curve",
  voted: true,
  phases: [
    { id: "zone:a", title: "Haen", pains: [{ note: "note:0", votes: 3, severity: 4, frequency: null, weight: 36 }] },
    { id: "zone:b", title: words("Odotan"), pains: [] },
    {
      id: "zone:c",
      title: "Jatkan",
      pains: [
        { note: "note:1", votes: 1, severity: 5, frequency: 2, weight: 10 },
        { note: "note:2", votes: 0, severity: 1, frequency: 1, weight: 0 },
      ],
    },
  ],
};

const axis = (title: string) => ({ title: words(title), low: words("vähän"), high: words("paljon") });
const GRID: Grid = {
  key: "grid",
  zone: "zone:grid",
  x: axis("Työmäärä"),
  y: axis("Vaikutus"),
  notes: [
    { note: "note:0", x: 1, y: 5 },
    { note: "note:1", x: 1, y: 5 },
    { note: "note:2", x: 3, y: 2 },
  ],
};

const NETWORK: Network = {
  key: "network",
  notes: [0, 1, 2].map((i) => ({ note: `note:${i}`, relations: 2 })),
  relations: [
    { id: "link:1", from: "note:0", to: "note:1", kind: "causes", state: "broken" },
    { id: "link:2", from: "note:1", to: "note:2", kind: "causes", state: null },
  ],
  left: 2,
};

afterEach(cleanup);

const texts = (of: Element) => [...of.querySelectorAll("text")].map((text) => text.textContent);
const rows = (table: HTMLElement) =>
  within(table)
    .getAllByRole("row", { hidden: true })
    .map((row) => [...row.children].map((cell) => cell.textContent?.trim()));
const pictureOf = (name: string) => screen.getByRole("img", { name, hidden: true });
const tableOf = (name: string) => screen.getByRole("table", { name, hidden: true });

it("draws the pain phase by phase, with what each pain point is made of beside it", () => {
  show(<Plots plots={[PAIN]} />, { notes: NOTES });

  expect(texts(pictureOf("Kipu polun varrella"))).toEqual(["Haen", "1", "36", "Odotan", "0", "Jatkan", "2", "10"]);
  expect(rows(tableOf("Kipu polun varrella"))).toEqual([
    ["Kipupiste", "äänet × vakavuus × yleisyys"],
    ["Haen", "36"],
    ["1 Jono on pitkä", "3 × 4 × ? = 36"],
    ["Jatkan", "10"],
    ["2 Lomake on vaikea", "1 × 5 × 2 = 10"],
    ["3 Sama kysytään taas", "0 × 1 × 1 = 0"],
  ]);
});

it("puts the notes of a map of two axes into its fifths, by the numbers that the table has", () => {
  show(<Plots plots={[GRID]} />, { notes: NOTES });

  expect(texts(pictureOf("Ruudukko")).slice(0, 2)).toEqual(["1  2", "3"]);
  expect(rows(tableOf("Ruudukko"))).toEqual([
    ["Lappu", "Vaikutus", "Työmäärä"],
    ["1 Jono on pitkä", "5", "1"],
    ["2 Lomake on vaikea", "5", "1"],
    ["3 Sama kysytään taas", "2", "3"],
  ]);
  expect(screen.getByText(/↑ Vaikutus \(vähän … paljon\)/u)).toBeTruthy();
});

it("says of a fifth with many notes how many more there are", () => {
  const notes = Array.from({ length: 6 }, (_, i) => ({ note: `note:${i}`, x: 2, y: 2 }));
  show(<Plots plots={[{ ...GRID, notes }]} />, { notes: NOTES });

  expect(texts(pictureOf("Ruudukko")).slice(0, 2)).toEqual(["1  2", "3  +3"]);
});

it("joins who is related, and marks by more than colour what does not work", () => {
  show(<Plots plots={[NETWORK]} />, { notes: NOTES });
  const picture = pictureOf("Suhteet");

  expect(picture.querySelectorAll(".plot-piece").length).toBe(3);
  expect(picture.querySelectorAll(".broken line").length).toBe(1);
  expect(texts(picture)).toEqual(["×", "1", "2", "3"]);
  expect(rows(tableOf("Suhteet"))[1]?.[0]).toBe("1 Jono on pitkä");
  expect(rows(tableOf("Suhteet"))[1]?.[2]).toBe("2 Lomake on vaikea");
  expect(screen.getByText(/Katkoviiva ja rasti.*2 muuta lappua puuttuu/u)).toBeTruthy();
});

it("leads from a table to the note, and keeps the number of one that is gone", () => {
  const gone = { ...GRID, notes: [...GRID.notes.slice(0, 2), { note: "note:gone", x: 3, y: 3 }] };
  const { desk } = show(<Plots plots={[gone]} />, { notes: NOTES });
  desk.dialog.value = { name: "menu" };

  fireEvent.click(screen.getByRole("button", { name: "1 Jono on pitkä", hidden: true }));

  expect(desk.dialog.value).toBeNull();
  expect(rows(tableOf("Ruudukko")).at(-1)).toEqual(["3", "3", "3"]);
});
