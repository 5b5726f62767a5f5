/** A table of thousands of rows: only those around what is in sight are drawn, and keys lead to all of them. */

import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { options } from "preact";
import type { JSX } from "preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { AINO } from "../../board/makers";
import { show } from "../../parts/makers";
import { goToNote } from "../../parts/go-to";
import type { Note } from "../../board/items";
import { eventually } from "../../patience";
import { App } from "../App";
import { fetchView } from "../views";

await fetchView("table");

const NOTES = Array.from({ length: 1_000 }, (_, i) => `Lappu ${i}`);
const [HIGH, SIGHT] = [50, 800];

const grid = () => screen.getByRole("grid");
const drawn = () => [...grid().querySelectorAll<HTMLElement>("tbody tr[aria-rowindex]")];
const numbers = () => drawn().map((row) => Number(row.getAttribute("aria-rowindex")) - 2);
const text = (i: number) => grid().querySelector<HTMLElement>(`tr[aria-rowindex="${i + 2}"] th`)!;
const pixels = () =>
  [...grid().querySelectorAll<HTMLElement>("tbody tr")].reduce(
    (sum, row) => sum + (parseFloat(row.style.height) || HIGH),
    0,
  );

beforeEach(() => {
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(SIGHT);
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(() => new DOMRect(0, 0, 900, HIGH));
  vi.stubGlobal("CSS", { supports: () => true });
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function scrollTo(y: number): void {
  const frame = grid().parentElement!;
  frame.scrollTop = y;
  act(() => void fireEvent.scroll(frame));
}

it("draws the rows around what is in sight, in their places, and tells how many there are", () => {
  show(<App />, { you: AINO, notes: NOTES, view: "table" });

  expect(numbers()[0]).toBe(0);
  expect(drawn().length).toBeLessThan(60);
  expect(pixels()).toBe(NOTES.length * HIGH);
  scrollTo(500 * HIGH);

  const now = numbers();
  expect(now).toContain(495);
  expect(now).toContain(520);
  expect(now.length).toBeLessThan(70);
  expect(now).toEqual(now.toSorted((a, b) => a - b));
  expect(pixels()).toBe(NOTES.length * HIGH);
  expect(grid().getAttribute("aria-rowcount")).toBe("1001");
});

it("keeps the focus in its row however far it is scrolled away, and keys lead on from there", () => {
  show(<App />, { you: AINO, notes: NOTES, view: "table" });
  text(2).focus();
  scrollTo(500 * HIGH);

  expect(document.activeElement).toBe(text(2));
  act(() => void fireEvent.keyDown(text(2), { key: "PageDown" }));
  expect(document.activeElement).toBe(text(12));
  act(() => void fireEvent.keyDown(text(12), { key: "End", ctrlKey: true }));
  expect(document.activeElement?.closest("tr")?.getAttribute("aria-rowindex")).toBe("1001");
});

it("keeps what is being written in a row that is out of sight", () => {
  const { desk } = show(<App />, { you: AINO, notes: NOTES, view: "table" });
  text(3).focus();
  act(() => void fireEvent.keyDown(text(3), { key: "Enter" }));
  const field = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Lapun teksti" });
  fireEvent.input(field, { target: { value: "Kesken" } });
  scrollTo(700 * HIGH);

  expect(document.activeElement).toBe(field);
  expect([field.value, desk.writing.value]).toEqual(["Kesken", text(3).dataset["note"]]);
});

it("draws a row that somebody is taken to from elsewhere", async () => {
  const { desk, store } = show(<App />, { you: AINO, notes: NOTES, view: "table" });
  const [last] = desk.latest.value.areas.flatMap(({ notes }) => notes).slice(-1);
  expect(screen.queryByText(last!.text)).toBeNull();

  act(() => goToNote(desk, store.items.value.get(last!.id) as Note));

  await eventually(() => expect(document.activeElement?.textContent).toBe(last!.text));
});

it("draws one row anew when one note has changed", () => {
  const setting = show(<App />, { you: AINO, notes: NOTES, view: "table" });
  const note = text(5).dataset["note"]!;
  const was = text(5).textContent;
  const made: unknown[] = [];
  const before = options.vnode;
  options.vnode = (node) => {
    if (node.type === "tr") made.push((node.props as JSX.IntrinsicElements["tr"])["aria-rowindex"]);
    before?.(node);
  };
  act(() => setting.elsewhere({ type: "note.write", note, was, text: "Toisin" }));
  if (before) options.vnode = before;

  expect(text(5).textContent).toBe("Toisin");
  expect(made.filter((index) => Number(index) > 1)).toEqual([7]);
});
