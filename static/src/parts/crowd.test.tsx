import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";

import { App } from "../views/App";
import { NoteBatches } from "../views/map/NoteBatches";
import { whenScrolled } from "../views/map/when-scrolled";
import { fetchView } from "../views/views";
import { useDesk } from "./desk";
import { show } from "./makers";
import { CROWD } from "./useCrowd";
import { ZoneNotes } from "./ZoneNotes";

await fetchView("list");

const TEXTS = Array.from({ length: CROWD }, (_, i) => `Lappu ${i}`);
let come: (line: Element) => void;

class Sight {
  constructor(seen: (entries: readonly object[]) => void) {
    come = (target) => seen([{ target, isIntersecting: true }]);
  }
  observe() {}
  disconnect() {}
}

function allThere(): Promise<void> {
  const lines = () => document.querySelectorAll(".stage .notes > li");
  return waitFor(() => expect(lines()).toHaveLength(CROWD), { timeout: 20_000 });
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("has every note of a crowded list in the page, and draws in full what comes near", async () => {
  vi.stubGlobal("IntersectionObserver", Sight);
  show(<App />, { view: "list", notes: TEXTS });
  const line = (text: string) => screen.getByText(text).closest("li") as HTMLElement;

  await allThere();
  expect(line("Lappu 0").className).not.toContain("resting");
  expect(line("Lappu 200").className).toContain("resting");
  const face = line("Lappu 200").querySelector<HTMLElement>("[data-note]");
  expect(face?.getAttribute("role")).toBe("group");
  come(line("Lappu 200"));

  await waitFor(() => expect(line("Lappu 200").className).not.toContain("resting"));
  expect(line("Lappu 300").className).toContain("resting");
});

it("keeps the focus on a note that is drawn anew in full", async () => {
  vi.stubGlobal("IntersectionObserver", Sight);
  show(<App />, { view: "list", notes: TEXTS });
  await allThere();

  screen.getByText("Lappu 300").closest<HTMLElement>("[data-note]")?.focus();

  await waitFor(() => expect(screen.getByText("Lappu 300").closest("li")?.className).not.toContain("resting"));
  expect(document.activeElement?.textContent).toContain("Lappu 300");
});

/** A layout that knows who is near what is in sight. */
function Plane({ near }: { readonly near: () => readonly string[] }) {
  const area = useDesk().arrangement.value.areas.find(({ notes }) => notes.length > 0);
  return (
    <div class="stage">
      {area && (
        <ZoneNotes area={area} placed={() => ({})} near={{ within: near, whenScrolled }} Batches={NoteBatches} />
      )}
    </div>
  );
}

it("lets notes of a plane rest again that are left far behind, unless somebody has them in hand", async () => {
  vi.stubGlobal("IntersectionObserver", Sight);
  let near = ["note:100", "note:101", "note:102"];
  const { desk } = show(<Plane near={() => near} />, { notes: TEXTS });
  await allThere();
  const inFull = () => [...document.querySelectorAll(".notes > li:not(.resting) .note-text")].map((p) => p.textContent);
  await waitFor(() => expect(inFull()).toEqual(["Lappu 100", "Lappu 101", "Lappu 102"]));

  screen.getByText("Lappu 101").closest<HTMLElement>("[data-note]")?.focus();
  desk.inHand.value = new Set(["note:102"]);
  near = ["note:300"];
  fireEvent.scroll(document.querySelector(".stage") as Element);

  await waitFor(() => expect(inFull()).toEqual(["Lappu 101", "Lappu 102", "Lappu 300"]));
  expect(document.activeElement?.textContent).toContain("Lappu 101");
  expect(screen.getByText("Lappu 100").closest("[data-note]")?.getAttribute("aria-labelledby")).toContain("text");
  // What is in hand lies over notes of other batches, and all batches are one list.
  expect(document.querySelectorAll(".notes.over")).toHaveLength(1);
  expect(screen.getByText("Lappu 102").closest(".notes")?.className).toBe("notes over");
  expect(document.querySelectorAll("[role=list] > [role=presentation] > li[role=listitem]")).toHaveLength(CROWD);
});

it("draws many that come near a few at a time, and all of them in the end", async () => {
  vi.stubGlobal("IntersectionObserver", Sight);
  const near = TEXTS.map((_, i) => `note:${i}`).slice(100, 140);
  show(<Plane near={() => near} />, { notes: TEXTS });
  const drawn = new Set<number>();

  await waitFor(() => {
    drawn.add(document.querySelectorAll(".notes > li:not(.resting)").length);
    expect(near.every((id) => !document.querySelector(`[data-note="${id}"]`)?.closest("li.resting"))).toBe(true);
    expect(document.querySelectorAll(".notes > li")).toHaveLength(CROWD);
  });

  expect(document.querySelectorAll(".notes > li:not(.resting)")).toHaveLength(near.length);
  expect(drawn.size).toBeGreaterThan(2);
});

it("draws no note in full while more goes by than one can read, but does while one scrolls slowly", async () => {
  vi.stubGlobal("IntersectionObserver", Sight);
  let near: readonly string[] = ["note:100"];
  show(<Plane near={() => near} />, { notes: TEXTS });
  await allThere();
  const rests = (id: string) => document.querySelector(`[data-note="${id}"]`)?.closest("li.resting") !== null;
  await waitFor(() => expect(rests("note:100")).toBe(false));
  const stage = document.querySelector(".stage") as HTMLElement;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  const scroll = (pixels: number) => {
    for (let i = 0; i < 40; i += 1) {
      stage.scrollTop += pixels;
      fireEvent.scroll(stage);
      vi.advanceTimersByTime(50);
    }
  };

  near = ["note:100", "note:300"];
  scroll(80);
  expect(rests("note:300")).toBe(true);
  vi.advanceTimersByTime(150);
  await Promise.resolve(); // what is asked for is drawn in the next microtask
  expect(rests("note:300")).toBe(false);

  near = ["note:100", "note:300", "note:200"];
  scroll(10);
  await Promise.resolve();
  expect(rests("note:200")).toBe(false);
  vi.useRealTimers();
});
