import { cleanup, screen, within } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";

import { addNote, AINO } from "../../board/makers";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { show } from "../makers";

await Promise.all([fetchView("map"), fetchView("list")]);

afterEach(cleanup);

it("stands beside the name of whoever leads, on their notes and on nobody else's", async () => {
  const { elsewhere } = show(<App />, { notes: ["Chloén lappu"] });
  elsewhere(addNote("note:aino", { text: "Ainon lappu", order: "a5" }), AINO);

  const note = await screen.findByRole("group", { name: /Ainon lappu/ });
  expect(within(note).getByText("fasilitaattori", { exact: false })).toBeTruthy();
  expect(screen.getByRole("group", { name: /Chloén lappu/ }).textContent).not.toContain("fasilitaattori");
});
