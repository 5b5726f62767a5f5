// @vitest-environment node

import { expect, test } from "vitest";

import { linesOf } from "./lines";

test("a list becomes its points, without marks and empty lines", () => {
  const pasted =
    "- Jono on pitkä\r\n• Lomake on vaikea\n\n  1. Neuvoja puuttuu \n2) Kieli\nb) Hinta\n[x] Aika\n- [ ] Matka\n—";

  expect(linesOf(pasted)).toEqual([
    "Jono on pitkä",
    "Lomake on vaikea",
    "Neuvoja puuttuu",
    "Kieli",
    "Hinta",
    "Aika",
    "Matka",
  ]);
});

test("what only looks like a mark stays", () => {
  const said = [
    "-5 astetta",
    "3. kerros on tyhjä",
    "1.1.2026 alkaen",
    "A. Virtanen",
    "A-todistus",
    "3 päivää",
    "EU:n asetus",
    "*tärkeä*",
  ];

  expect(linesOf(said.join("\n"))).toEqual(said);
});
