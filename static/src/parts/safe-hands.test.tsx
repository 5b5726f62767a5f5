/** What everybody feels waits a moment; what one moved oneself can be taken back at once. */

import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { AINO } from "../board/makers";
import { App } from "../views/App";
import { fetchView } from "../views/views";
import { moveNotes } from "./acts";
import { ballotEnd, begin, reveal } from "./coming";
import { show } from "./makers";
import type { Setting } from "./makers";

await Promise.all([fetchView("map"), fetchView("list")]);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function passes(milliseconds: number): void {
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
}

function strip(): string {
  return document.querySelector(".coming")?.textContent ?? "";
}

test("showing what was written in silence says how much, waits three seconds, and then does it", () => {
  const { desk, store } = show(<App />, { you: AINO, mode: "silent" });
  act(() => store.hush({ notes: 23, people: 14 }));
  act(() => begin(desk, reveal(desk)));
  passes(50);

  expect(strip()).toContain("23 lappua näkyy kaikille.");
  expect(document.activeElement?.textContent).toBe("Peru");
  act(() => store.hush({ notes: 24, people: 14 }));
  expect(strip()).toContain("24 lappua näkyy kaikille.");
  passes(2_800);
  expect(store.pending.value).toEqual([]);
  passes(200);
  expect(store.pending.value).toMatchObject([{ type: "mode.set", mode: "open" }]);
  expect(strip()).toBe("");
});

test("it can be taken back with Escape, and somebody else may be first", () => {
  const { desk, store, elsewhere } = show(<App />, { you: AINO, mode: "silent" });
  act(() => begin(desk, reveal(desk, "vote")));
  passes(50);
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
  passes(5_000);
  expect(store.pending.value).toEqual([]);

  act(() => begin(desk, reveal(desk, "vote")));
  act(() => elsewhere({ type: "mode.set", mode: "look" }, "u:other"));
  passes(5_000);
  expect(store.pending.value).toEqual([]);
});

test("ending a ballot waits as well", () => {
  const { desk, store, elsewhere } = show(<App />, { you: AINO, notes: ["Jono"] });
  const ballot = { ballot: "ballot:1", title: "Mikä ensin?", each: 3, per_note: 1, over: "notes" } as const;
  act(() => elsewhere({ type: "ballot.open", ...ballot }, AINO));
  const { open } = desk.voting.value;
  if (!open) throw new Error("no ballot");
  act(() => begin(desk, ballotEnd(desk, open)));

  expect(strip()).toContain("äänestys ”Mikä ensin?” päättyy");
  passes(3_100);
  expect(store.pending.value).toMatchObject([{ type: "ballot.close", ballot: "ballot:1" }]);
});

function moveToCore({ desk }: Setting): void {
  const notes = desk.arrangement.value.areas.flatMap((area) => area.notes);
  act(() => moveNotes(desk, notes, { zone: "zone:core" }));
}

test("a move is named for eight seconds and taken back with one press", () => {
  const setting = show(<App />, { notes: ["Jono"] });
  moveToCore(setting);

  expect(screen.getByText("Siirretty: Ydin")).toBeTruthy();
  const undo = screen.getByText("Siirretty: Ydin").parentElement?.querySelector("button");
  act(() => {
    fireEvent.click(undo ?? document.body);
  });
  expect(setting.desk.arrangement.value.area("zone:apply/pain")?.notes).toHaveLength(1);
  expect(screen.queryByText("Siirretty: Ydin")).toBeNull();
});

test("the offer ends by itself, with the next act, but not under the focus", () => {
  const setting = show(<App />, { notes: ["Jono"] });
  moveToCore(setting);
  passes(7_900);
  expect(screen.getByText("Siirretty: Ydin")).toBeTruthy();
  passes(200);
  expect(screen.queryByText("Siirretty: Ydin")).toBeNull();

  moveToCore(show(<App />, { notes: ["Jono"] }));
  act(() => screen.getByText("Siirretty: Ydin").parentElement?.querySelector("button")?.focus());
  passes(20_000);
  expect(screen.getByText("Siirretty: Ydin")).toBeTruthy();

  const again = show(<App />, { notes: ["Jono"] });
  moveToCore(again);
  act(() => again.store.act({ type: "note.remove", note: "note:0" }));
  expect(screen.queryByText("Siirretty: Ydin")).toBeNull();
});

test("what others move is offered to nobody else", () => {
  const { elsewhere } = show(<App />, { notes: ["Jono"] });

  act(() => elsewhere({ type: "note.move", note: "note:0", zone: "zone:core", order: "a0" }));

  expect(screen.queryByText(/^Siirretty:/)).toBeNull();
});
