import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";

import { addNote } from "../../board/makers";
import { show } from "../../parts/makers";
import { App } from "../App";
import { fetchView } from "../views";

await Promise.all([fetchView("map"), fetchView("list")]);

const textsIn = (zone: string) =>
  [...document.querySelectorAll(`[data-zone="${zone}"] [data-note]`)].map(
    (note) => note.querySelector(".note-text")?.textContent ?? note.textContent,
  );
const PAINS = "zone:apply/pain";

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next)); // what was to be done after the last drawing
});

it("lets others' new notes wait at their heading, and the focus goes to the first of them once they are shown", async () => {
  const { elsewhere } = show(<App />, { view: "list", notes: ["Yksi", "Kaksi"] });
  act(() => {
    elsewhere(addNote("note:8", { text: "Alkuun", order: "Zz" }));
    elsewhere(addNote("note:9", { text: "Loppuun", order: "a9" }));
  });
  expect(textsIn(PAINS)).toEqual(["Yksi", "Kaksi"]);

  fireEvent.click(screen.getByRole("button", { name: "2 uutta – näytä: Haku · Kipu" }));

  await waitFor(() => expect(textsIn(PAINS)).toEqual(["Alkuun", "Yksi", "Kaksi", "Loppuun"]));
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Alkuun"));
  expect(screen.queryByRole("button", { name: /näytä: / })).toBeNull();
});

it("keeps the line of a removed note and the focus on it, and lets nobody change what is not there", async () => {
  const { elsewhere, store } = show(<App />, { view: "list", notes: ["Yksi", "Kaksi", "Kolme"] });
  screen.getByText("Kaksi").closest<HTMLElement>("[data-note]")?.focus();

  act(() => elsewhere({ type: "note.remove", note: "note:1" }));

  await waitFor(() => expect(textsIn(PAINS)).toEqual(["Yksi", "Lappu poistettiin", "Kolme"]));
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Lappu poistettiin"));
  fireEvent.keyDown(document.activeElement as Element, { key: "Delete" });
  expect(store.pending.value).toEqual([]);
  fireEvent.keyDown(document.activeElement as Element, { key: "ArrowDown" });
  expect(document.activeElement?.textContent).toContain("Kolme");
});

it("says where a note went, and shows one's own moves and notes at once", async () => {
  const { elsewhere, store, settle } = show(<App />, { view: "list", notes: ["Yksi", "Kaksi"] });

  act(() => elsewhere({ type: "note.move", note: "note:0", zone: "zone:wait/pain", order: "a0" }));
  await waitFor(() => expect(textsIn(PAINS)).toEqual(["Lappu siirrettiin kohtaan: Odotus · Kipu", "Kaksi"]));
  expect(screen.getByRole("button", { name: "1 uusi – näytä: Odotus" })).toBeTruthy();

  act(() => store.act({ type: "note.move", note: "note:1", zone: "zone:apply/step", order: "a0" }));
  act(() => store.act(addNote("note:7", { text: "Oma", order: "a5" })));
  act(() => settle());

  await waitFor(() => expect(textsIn(PAINS)).toEqual(["Lappu siirrettiin kohtaan: Odotus · Kipu", "Oma"]));
});

it("shows to all at once what was written in silence", async () => {
  const { elsewhere } = show(<App />, { view: "list", mode: "silent", notes: ["Yksi"] });

  act(() => {
    elsewhere(addNote("note:9", { text: "Hiljainen", order: "a9" }));
    elsewhere({ type: "mode.set", mode: "look" });
  });

  await waitFor(() => expect(textsIn(PAINS)).toEqual(["Yksi", "Hiljainen"]));
});

it("holds the map too while one wishes it, and shows all at one press", async () => {
  const { elsewhere, desk } = show(<App />, { notes: ["Yksi", "Kaksi"] });
  act(() => {
    desk.holding.everything.value = true;
  });
  expect(await screen.findByText("Muiden muutokset odottavat. Uusia ei ole.")).toBeTruthy();

  act(() => {
    elsewhere({ type: "note.write", note: "note:0", was: "Yksi", text: "Yksi ja puoli" });
    elsewhere(addNote("note:9", { text: "Uusi", order: "a9" }));
  });
  expect(textsIn(PAINS)).toEqual(["Yksi", "Kaksi"]);
  expect(await screen.findByText("2 muutosta odottaa.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Näytä kaikki" }));

  await waitFor(() => expect(textsIn(PAINS)).toEqual(["Yksi ja puoli", "Kaksi", "Uusi"]));
});
