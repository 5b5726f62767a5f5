import { expect, it } from "vitest";

import { eventually } from "../patience";
import { pieces } from "./hyphens";

it("breaks a long Finnish word where the patterns allow, and loses no letter", async () => {
  await eventually(() => expect(pieces("liiketoimintasuunnitelma", "fi").length).toBeGreaterThan(1));

  expect(pieces("liiketoimintasuunnitelma", "fi")).toContain("suun");
  expect(pieces("Tee liiketoimintasuunnitelma ensin", "fi").join("")).toBe("Tee liiketoimintasuunnitelma ensin");
});

it("leaves short words and other languages whole", () => {
  expect(pieces("Hakee lupaa", "fi")).toEqual(["Hakee lupaa"]);
  expect(pieces("internationalisation", "en")).toEqual(["internationalisation"]);
});

it("leaves no two letters alone at the beginning or the end of a word", async () => {
  await eventually(() => expect(pieces("ilmoitusmenettelyssä", "fi").length).toBeGreaterThan(1));

  expect(pieces("ilmoitusmenettelyssä ja yritysmuotoja", "fi").join("|")).toBe(
    "ilmoi|tus|me|net|te|lyssä ja yri|tys|muo|toja",
  );
});

it("takes no three letters alone to the next line", async () => {
  await eventually(() => expect(pieces("Vastuuorganisaatio", "fi").length).toBeGreaterThan(1));

  expect(pieces("Vastuuorganisaatio", "fi").at(-1)).toBe("saatio");
  expect(pieces("Taustajärjestelmät", "fi").at(-1)).toBe("telmät");
});
