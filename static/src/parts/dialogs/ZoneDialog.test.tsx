import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";

import { AINO } from "../../board/makers";
import { show } from "../makers";
import { Dialogs } from "./Dialogs";

afterEach(cleanup);

it("says how many notes a phase holds before it goes, and one undo brings all back", async () => {
  const { desk, store, settle } = show(<Dialogs />, { you: AINO, notes: ["Jono", "Lomake"] });
  const phase = desk.latest.value.phases.find(({ count }) => count === 2)!;
  const lie = () => desk.latest.value.unplaced.notes.length;

  desk.dialog.value = { name: "zone", zone: phase.id };
  await screen.findByText("2 lappua.", { exact: false });
  fireEvent.click(screen.getByRole("button", { name: `Poista ${phase.title}` }));
  settle();
  expect(lie()).toBe(2);

  store.undo();
  settle();
  expect(lie()).toBe(0);
});
