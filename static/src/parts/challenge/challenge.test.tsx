import { fireEvent, screen } from "@testing-library/preact";
import { expect, it } from "vitest";

import { show } from "../makers";
import { ChallengeAside } from "./ChallengeAside";
import { ChallengeButton } from "./ChallengeButton";

const TEXT = "Sama tieto kysytään kolmesti.\n\nMiten voisimme kysyä kerran?";

function beside(challenge: { title: string; text: string; written: string } | null) {
  const both = (
    <>
      <ChallengeButton />
      <ChallengeAside />
    </>
  );
  return show(both, { boot: { challenge } });
}

it("stands beside the board while one works, with its title, day and text", () => {
  const { desk } = beside({ title: "Yrityksen perustaminen", text: TEXT, written: "ti 24.11.2026" });
  expect(screen.queryByRole("complementary")).toBeNull();

  fireEvent.click(screen.getByRole("button", { name: "Haaste", expanded: false }));

  const aside = screen.getByRole("complementary", { name: "Haaste" });
  expect(aside.textContent).toContain("Yrityksen perustaminen");
  expect(aside.textContent).toContain("Kirjoitettu ti 24.11.2026");
  expect(aside.textContent).toContain(TEXT);
  expect(document.activeElement?.textContent).toBe("Haaste");
  expect(desk.dialog.value).toBeNull();
});

it("is closed by Escape, and the focus returns to where it was opened", () => {
  beside({ title: "Haaste", text: TEXT, written: "" });
  fireEvent.click(screen.getByRole("button", { name: "Haaste" }));

  fireEvent.keyDown(screen.getByRole("complementary"), { key: "Escape" });

  expect(screen.queryByRole("complementary")).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Haaste" }));
});

it("is not offered where nothing was written", () => {
  beside(null);

  expect(screen.queryByRole("button", { name: "Haaste" })).toBeNull();
});
