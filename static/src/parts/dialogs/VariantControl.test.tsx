import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";

import { AINO } from "../../board/makers";
import { show } from "../makers";
import { TopBar } from "../TopBar";
import { VariantControl } from "./VariantControl";

const words = (fi: string) => ({ fi, sv: `${fi} (sv)`, en: `${fi} (en)` });
const VARIANTS = [
  { key: "as_is", title: words("Nykytila") },
  { key: "to_be", title: words("Tavoitetila") },
];

const both = (
  <>
    <TopBar />
    <VariantControl />
  </>
);

afterEach(cleanup);

function drawn(variants?: typeof VARIANTS) {
  const { method } = show(both, { you: AINO }).desk.boot;
  return show(both, { you: AINO, boot: { method: variants ? { ...method, variants } : method } });
}

it("says beside the board's name what it shows, once somebody has said so", () => {
  const setting = drawn(VARIANTS);
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Ei sanota" }).checked).toBe(true);
  expect(screen.getByRole("heading", { level: 1 }).textContent).not.toContain("·");

  fireEvent.click(screen.getByRole("radio", { name: "Tavoitetila" }));
  setting.settle();

  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Tavoitetila" }).checked).toBe(true);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/ · Tavoitetila$/u);
});

it("is not there where the method knows but one thing to show", () => {
  drawn();

  expect(screen.queryByRole("radio")).toBeNull();
});
