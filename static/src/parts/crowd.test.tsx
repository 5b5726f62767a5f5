import { cleanup, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";

import { App } from "../views/App";
import { fetchView } from "../views/views";
import { show } from "./makers";
import { CROWD } from "./useCrowd";

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
