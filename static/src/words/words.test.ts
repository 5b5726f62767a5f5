import { describe, expect, it } from "vitest";

import { en as firstEn } from "./en";
import { fi as firstFi } from "./fi";
import { learn, speaker } from "./index";
import { en as laterEn } from "./later/en";
import { fi as laterFi } from "./later/fi";
import { sv as laterSv } from "./later/sv";
import { sv as firstSv } from "./sv";

const fi = { ...firstFi, ...laterFi };
type Words = { readonly [K in keyof typeof fi]: string | { readonly one: string; readonly other: string } };

const others: readonly (readonly [string, Words])[] = [
  ["sv", { ...firstSv, ...laterSv }],
  ["en", { ...firstEn, ...laterEn }],
];

describe.each(others)("the words in %s", (_language, words) => {
  it("name the same values as the Finnish ones", () => {
    const keys = Object.keys(fi) as (keyof Words)[];

    const differing = keys.filter((key) => namesIn(fi[key]) !== namesIn(words[key]));

    expect(differing).toEqual([]);
  });

  it("are not the Finnish ones left as they were", () => {
    const keys = Object.keys(fi) as (keyof Words)[];

    const same = keys.filter(
      (key) => JSON.stringify(fi[key]).length > 24 && JSON.stringify(fi[key]) === JSON.stringify(words[key]),
    );

    expect(same.filter((key) => key !== "link.sentence")).toEqual([]);
  });
});

describe("say", () => {
  it("counts one and many by the rules of the language", () => {
    const say = speaker("fi", firstFi);

    expect(say("note.count", { count: 1 })).toBe("1 lappu");
    expect(say("note.count", { count: 2 })).toBe("2 lappua");
    expect(say("note.count", { count: 0 })).toBe("0 lappua");
  });

  it("has no key twice, and says what comes later once it is there", async () => {
    const say = speaker("fi", firstFi);
    expect(Object.keys(laterFi).filter((key) => key in firstFi)).toEqual([]);

    await learn("fi");

    expect(say("fields.unset")).toBe("Ei valittu");
  });

  it("puts in what people typed as they typed it", () => {
    expect(speaker("fi", firstFi)("note.add", { zone: "Haen $& luvan" })).toBe("Lisää lappu kohtaan: Haen $& luvan");
  });
});

function namesIn(wording: string | { readonly one: string; readonly other: string }): string {
  const text = typeof wording === "string" ? wording : wording.other;
  return [...new Set([...text.matchAll(/%\((\w+)\)s/g)].map(([, name]) => name))].toSorted().join();
}
