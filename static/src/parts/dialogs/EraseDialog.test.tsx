/** *Poista sisältö pysyvästi*: in two presses, said beforehand, for those who lead. */

import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";

import { AINO, BJORN } from "../../board/makers";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { show } from "../makers";

await Promise.all([fetchView("map"), fetchView("list")]);

function server(status: number) {
  const asked = vi.fn<(url: string, how: RequestInit) => Promise<Response>>(async () => new Response(null, { status }));
  vi.stubGlobal("fetch", asked);
  return asked;
}

afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await new Promise((next) => requestAnimationFrame(next)); // what was to be done after the last drawing
});

async function ask(): Promise<HTMLElement> {
  fireEvent.click(await screen.findByText("Väärä sana"));
  const acts = await screen.findByRole("group", { name: "Lapun toiminnot" });
  fireEvent.click(within(acts).getByRole("button", { name: "Poista sisältö…" }));
  return screen.findByRole("dialog", { name: "Poista sisältö pysyvästi" });
}

test("says that it cannot be undone, and then empties the note", async () => {
  const asked = server(204);
  show(<App />, { you: AINO, view: "list", notes: ["Väärä sana"] });

  const dialog = await ask();
  expect(within(dialog).getByText(/Tätä ei voi perua/)).toBeTruthy();
  expect(asked).not.toHaveBeenCalled();
  fireEvent.click(within(dialog).getByRole("button", { name: "Poista pysyvästi" }));

  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(asked.mock.calls.map(([url, { method }]) => [method, url])).toEqual([
    ["POST", "/api/v1/boards/b%3A1/notes/note:0/erase"],
  ]);
});

test("says so when it did not happen", async () => {
  server(503);
  show(<App />, { you: AINO, view: "list", notes: ["Väärä sana"] });

  fireEvent.click(within(await ask()).getByRole("button", { name: "Poista pysyvästi" }));

  expect(await screen.findByText("Sisältöä ei saatu poistettua. Yritä uudelleen.")).toBeTruthy();
});

test("participants are not offered it", async () => {
  show(<App />, { you: BJORN, view: "list", notes: ["Väärä sana"] });

  fireEvent.click(await screen.findByText("Väärä sana"));

  await screen.findByRole("group", { name: "Lapun toiminnot" });
  expect(screen.queryByRole("button", { name: "Poista sisältö…" })).toBeNull();
});

test("an emptied note says so in the reader's language, and nothing is written in it any more", async () => {
  const { store, log, desk } = show(<App />, { you: AINO, view: "list", notes: ["Väärä sana"] });
  const { items, ...state } = log.state();
  const emptied = items.map((item) =>
    item.id === "note:0" ? { ...item, text: "Content removed", erased: true } : item,
  );
  act(() => store.load({ ...state, epoch: "e2", items: emptied }));

  fireEvent.click(await screen.findByText("Sisältö poistettu"));
  const acts = within(await screen.findByRole("group", { name: "Lapun toiminnot" })).getAllByRole("button");

  const words = acts.map((each) => each.textContent);
  expect(words).toContain("Poista");
  expect(words.filter((word) => ["Kirjoita", "Tiedot…", "Poista sisältö…"].includes(word))).toEqual([]);
  fireEvent.dblClick(screen.getByText("Sisältö poistettu"));
  expect(desk.writing.value).toBeNull();
  expect(document.body.textContent).not.toContain("Väärä sana");
});
