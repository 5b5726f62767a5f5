import { expect, it } from "vitest";

import type { Link } from "../../../board/items";
import type { Drawn } from "./draw";
import { KeptArrows } from "./kept";
import type { Way } from "./way";

const links = ["a", "b", "c"].map((id) => ({ id }) as Link);
const [a, b, c] = links as [Link, Link, Link];
const drawnAs = (link: Link, line: string, words = "vie"): Drawn => ({
  link,
  line,
  head: "",
  middle: { x: 0, y: 0 },
  words,
  label: { x: 1, y: 2, turned: false, width: 40 },
});

function keeping() {
  const ways = new Map(links.map(({ id }) => [id, {} as Way]));
  const words = new Map(links.map(({ id }) => [id, "vie"]));
  const router = { known: ({ id }: Pick<Link, "id">) => ways.get(id) };
  return { ways, words, kept: new KeptArrows(router as never, ({ id }) => words.get(id) ?? "") };
}

it("has those that go as they went and say what they said, in the order of all", () => {
  const { kept, ways, words } = keeping();
  kept.add([drawnAs(c, "M3"), drawnAs(a, "M1")], links);
  expect(kept.hasAll([a, c])).toBe(true);
  expect(kept.hasAll([b])).toBe(false);
  expect(kept.add([drawnAs(b, "M2")], links).map(({ line }) => line)).toEqual(["M1", "M2", "M3"]);

  ways.set("a", {} as Way);
  words.set("c", "vie · takkuaa");

  expect([a, b, c].map((link) => kept.hasAll([link]))).toEqual([false, true, false]);
  expect(kept.hasAll([{ ...b }])).toBe(false);
  expect(kept.add([], links).map(({ line }) => line)).toEqual(["M2"]);
});

it("gives the same object for what is drawn as before, and lets go of all others than it is asked for", () => {
  const { kept } = keeping();
  const [first, second] = kept.add([drawnAs(a, "M1"), drawnAs(b, "M2")], links);

  const again = kept.add([drawnAs(a, "M1"), drawnAs(b, "M9")], links);
  expect(again[0]).toBe(first);
  expect(again[1]).not.toBe(second);
  expect(kept.add([], [b])).toEqual([again[1]]);
  expect(kept.hasAll([a])).toBe(false);
});
