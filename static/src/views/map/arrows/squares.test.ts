import { expect, it } from "vitest";

import type { Bounds } from "./shapes";
import { Squares } from "./squares";

interface Named extends Bounds {
  readonly name: string;
}

const box = (name: string, left: number, top: number, right: number, bottom: number): Named => ({
  name,
  left,
  top,
  right,
  bottom,
});

it("finds what shares more than a border, each once, also over many squares and left of the sheet", () => {
  const squares = new Squares<Named>();
  const all = [box("long", -300, 10, 900, 20), box("far", 700, 700, 800, 800), box("beside", 100, 20, 200, 40)];
  for (const each of all) squares.add(each);
  const names = (left: number, top: number, right: number, bottom: number) =>
    [...squares.touching({ left, top, right, bottom })].map(({ name }) => name);

  expect(names(-1000, 0, 1000, 20)).toEqual(["long"]);
  expect(names(-290, 15, 120, 30)).toEqual(["long", "beside"]);
  expect(names(800, 700, 900, 900)).toEqual([]);

  squares.delete(all[0] as Named);
  expect(names(-290, 15, 120, 30)).toEqual(["beside"]);
});

it("looks no further once one is enough", () => {
  const squares = new Squares<Named>();
  for (const name of ["a", "b", "c"]) squares.add(box(name, 0, 0, 10, 10));
  const asked: string[] = [];
  const isB = ({ name }: Named) => asked.push(name) > 0 && name === "b";

  expect(squares.some({ left: 0, top: 0, right: 5, bottom: 5 }, isB)).toBe(true);
  expect(asked).toEqual(["a", "b"]);
  expect(squares.some({ left: 20, top: 0, right: 25, bottom: 5 }, () => true)).toBe(false);
});
