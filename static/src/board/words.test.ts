// @vitest-environment node

import { expect, test, vi } from "vitest";

import { newId, uuid } from "./id";
import { atScale, endOf, onPlane, quarters, scaleOf } from "./scale";
import { title, told } from "./title";
import { words } from "./makers";

test("a title is what was written, or the wording in the reader's language", () => {
  expect(title("Oma nimi", "sv")).toBe("Oma nimi");
  expect(title(words("Haku"), "sv")).toBe("Haku (sv)");
  expect(title({ fi: "Haku", sv: "", en: "" }, "sv")).toBe("Haku");
  expect(title(undefined, "fi")).toBe("");
  expect(told({ fi: "Haku", sv: "Sökning", en: "" }, "en")).toEqual({ text: "Haku", language: "fi" });
  expect(told({ fi: "Haku", sv: "Sökning", en: "" }, "sv")).toEqual({ text: "Sökning" });
});

test("an id is a lower-case UUIDv7 that sorts by its time, without randomUUID", () => {
  vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });

  const first = uuid(1_700_000_000_000);
  const second = uuid(1_700_000_000_001);

  expect(first).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(first < second).toBe(true);
  expect(newId("note")).toMatch(/^note:[0-9a-f-]{36}$/);
  vi.unstubAllGlobals();
});

test("the five steps of a scale cover the plane and come back to themselves", () => {
  expect([0, 1999, 2000, 5000, 9999, 10_000].map(scaleOf)).toEqual([1, 1, 2, 3, 5, 5]);
  expect([1, 2, 3, 4, 5].map((step) => scaleOf(atScale(step)))).toEqual([1, 2, 3, 4, 5]);
  expect([-3, 4.4, 10_001].map(onPlane)).toEqual([0, 4, 10_000]);
});

test("quarters are named by the ends of their axes, and their middles lie in them", () => {
  const axes = {
    x: { field: "f", title: words("Toistuvuus"), low: words("harvoin"), high: words("aina") },
    y: { field: "s", title: words("Vakavuus"), low: words("haittaa"), high: words("estää") },
  };

  const named = quarters({ axes }, "fi");

  expect(named.map(({ title: name }) => name)).toEqual([
    "Vakavuus: estää · Toistuvuus: aina",
    "Vakavuus: estää · Toistuvuus: harvoin",
    "Vakavuus: haittaa · Toistuvuus: aina",
    "Vakavuus: haittaa · Toistuvuus: harvoin",
  ]);
  expect(named.every(({ at, x, y }) => endOf(at.x) === x && endOf(at.y) === y)).toBe(true);
  expect(quarters({}, "fi")).toEqual([]);
});

test("a quarter with a name of its own is called by it", () => {
  const axis = { field: "f", title: words("Akseli"), low: words("alku"), high: words("loppu") };
  const quadrants = { low_low: words("a"), high_low: words("b"), low_high: words("c"), high_high: words("d") };

  const named = quarters({ axes: { x: axis, y: axis }, quadrants }, "sv");

  expect(named.map(({ key, title: name }) => [key, name])).toEqual([
    ["high_high", "d (sv)"],
    ["low_high", "c (sv)"],
    ["high_low", "b (sv)"],
    ["low_low", "a (sv)"],
  ]);
});
