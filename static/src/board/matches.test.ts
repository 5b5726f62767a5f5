import { expect, test } from "vitest";

import { matches } from "./matches";

const marked = (text: string, ...words: string[]) =>
  matches(text, words)
    .map(({ text: piece, sought }) => (sought ? `[${piece}]` : piece))
    .join("");

test("marks what is sought without minding accents and capitals", () => {
  expect(marked("PITKÄ odotus pitkässä jonossa", "pitka", "jono")).toBe("[PITKÄ] odotus [pitkä]ssä [jono]ssa");
});

test("marks words that run into each other once, and leaves the rest as it was written", () => {
  expect(marked("Jonottaja 👩‍💻 jo", "jono", "onot")).toBe("[Jonot]taja 👩‍💻 jo");
  expect(marked("Ääni", "x")).toBe("Ääni");
});

test("keeps letters that are written in two parts whole", () => {
  expect(marked("Ha\u0308n", "h")).toBe("[H]a\u0308n");
  expect(marked("Ha\u0308n", "ha").startsWith("[Ha")).toBe(true);
});
