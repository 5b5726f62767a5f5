import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";

import { show } from "./makers";
import { RemovedList } from "./RemovedList";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("lists what one has just removed as soon as the server knows of it", async () => {
  const { store, settle } = show(<RemovedList />, { notes: ["Jono"] });
  const note = store.items.value.get("note:0");
  let known: unknown[] = [];
  vi.stubGlobal("fetch", () => Promise.resolve({ ok: true, json: () => Promise.resolve({ items: known }) }));
  act(() => void store.act([{ type: "note.remove", note: "note:0" }]));

  fireEvent.click(await screen.findByRole("button", { name: "Näytä poistetut" }));
  await screen.findByText("Ei poistettuja lappuja.");
  known = [note];
  act(settle);

  await screen.findByRole("button", { name: "Palauta: Jono" });
  expect(screen.queryByText("Ei poistettuja lappuja.")).toBeNull();
});
