import { act, cleanup, render, screen, waitFor } from "@testing-library/preact";
import { expect, it } from "vitest";

import { addNote } from "../board/makers";
import type { Note } from "../board/items";
import { App } from "../views/App";
import { fetchView } from "../views/views";
import { goToNote } from "./go-to";
import { show } from "./makers";

await fetchView("list");

/** Longer than the way begins after, and than a few looks take. */
const A_WHILE_MS = 250;

const pass = () => new Promise((done) => setTimeout(done, A_WHILE_MS));
const focused = () => document.activeElement?.textContent ?? "";

function face(text: string): HTMLElement {
  return screen.getByText(text).closest<HTMLElement>("[data-note]")!;
}

it("takes nobody to a note that is drawn only once they have gone to another one", async () => {
  const { desk, store, elsewhere } = show(<App />, { view: "list", notes: ["Yksi", "Kaksi"] });
  const [one, two] = ["note:0", "note:1"].map((id) => store.items.value.get(id) as Note);
  act(() => elsewhere({ type: "note.remove", note: "note:0" }));
  act(() => desk.holding.letGo("note:0"));
  goToNote(desk, one!);
  await pass();
  goToNote(desk, two!);
  await waitFor(() => expect(focused()).toContain("Kaksi"));

  act(() => elsewhere(addNote("note:8", { text: "Kolme" })));
  act(() => elsewhere({ type: "note.restore", note: "note:0" }));
  act(() => desk.holding.show());
  await waitFor(() => expect(face("Yksi")).toBeTruthy());
  await pass();

  expect(focused()).toContain("Kaksi");
});

it("takes nobody anywhere once they have left the board", async () => {
  const { desk } = show(<App />, { view: "list", notes: ["Yksi"] });
  const gone = { ...desk.arrangement.peek().areas.flatMap(({ notes }) => notes)[0]!, id: "note:later" };
  goToNote(desk, gone);
  await pass();
  cleanup();

  render(
    <button type="button" data-note="note:later">
      Myöhemmin
    </button>,
  );
  await pass();

  expect(document.activeElement).toBe(document.body);
});
