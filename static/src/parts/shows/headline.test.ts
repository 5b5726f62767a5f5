import { expect, it } from "vitest";

import { headline } from "./headline";

it("ends where what it is made of begins", () => {
  expect(headline("Asiakas siirtyy 2 kertaa: ”Migri” → ”DVV”.")).toEqual([
    "Asiakas siirtyy 2 kertaa:",
    " ”Migri” → ”DVV”.",
  ]);
});

it("is all of it where nothing follows, or where only people wrote a colon", () => {
  expect(headline("1 suhde on poikki tai puuttuu.")).toEqual(["1 suhde on poikki tai puuttuu.", ""]);
  expect(headline("Eniten ääniä sai ”Luvat: missä ne ovat”.")).toEqual([
    "Eniten ääniä sai ”Luvat: missä ne ovat”.",
    "",
  ]);
});
