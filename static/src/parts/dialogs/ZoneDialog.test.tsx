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

it("asks for a name and nothing else, and Enter adds it last", async () => {
  const { desk, settle } = show(<Dialogs />, { you: AINO });
  desk.dialog.value = { name: "zoneAdd", axis: "phase" };

  const name = await screen.findByRole("combobox", { name: "Nimi" });
  expect(document.activeElement).toBe(name);
  expect(screen.getByText("Lisää tietoja").closest("details")?.open).toBe(false);
  fireEvent.input(name, { target: { value: "Jatkan" } });
  fireEvent.submit(name.closest("form")!);
  settle();

  expect(desk.latest.value.phases.at(-1)?.title).toBe("Jatkan");
});
