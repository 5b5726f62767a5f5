import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";

import { App } from "../views/App";
import { fetchView } from "../views/views";
import { show } from "./makers";

await Promise.all([fetchView("map"), fetchView("list")]);

const LONG = Array.from({ length: 9 }, (_, i) => `Rivi ${i}`).join("\n");

/** As if six lines of any text were in view, and no more. */
function measure(): void {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(100);
  vi.spyOn(HTMLElement.prototype, "scrollHeight", "get").mockImplementation(function (this: HTMLElement) {
    return Math.max(100, (this.textContent ?? "").split("\n").length * 17);
  });
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it.each(["map", "list"] as const)("shows six lines of a long note in the %s, and all of it if asked", async (view) => {
  measure();
  show(<App />, { notes: ["Lyhyt", LONG], view });

  fireEvent.click(await screen.findByRole("button", { name: /^lisää:/ }));
  fireEvent.click(await screen.findByRole("button", { name: /^vähemmän:/ }));

  expect(await screen.findByRole("button", { name: /^lisää:/ })).toBeTruthy();
  expect(document.querySelectorAll(".note-text.six")).toHaveLength(1);
});

it("keeps the whole text in the page, for whoever listens or searches", async () => {
  measure();
  show(<App />, { notes: [LONG] });
  await screen.findByRole("button", { name: /^lisää:/ });

  expect(screen.getByRole("group", { name: /Rivi 0.*Rivi 8/s })).toBeTruthy();
});

it("leaves what fits as it is", async () => {
  measure();
  show(<App />, { notes: ["Yksi\nkaksi", "a".repeat(90)] });

  await waitFor(() => expect(document.querySelectorAll(".note")).toHaveLength(2));
  expect(screen.queryByRole("button", { name: /^lisää:/ })).toBeNull();
});
