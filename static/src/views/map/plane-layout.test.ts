import { expect, it } from "vitest";

import { layPlane } from "./plane-layout";
import type { Lying, PlaneBox } from "./plane-layout";

const box = (id: string, x: number, y: number) => ({ id, x, y, width: 160, height: 60 });

it("draws high values at the top and keeps every note on the plane", () => {
  const middles = layPlane([box("high", 10_000, 10_000), box("low", 0, 0)], 1000, 600);

  expect(middles.get("high")).toMatchObject({ left: 920, top: 30 });
  expect(middles.get("low")).toMatchObject({ left: 80, top: 570 });
});

it("lets notes with the same coordinates lie beside each other", () => {
  const middles = layPlane([box("a", 5000, 5000), box("b", 5000, 5000)], 1000, 600);
  const [a, b] = [middles.get("a"), middles.get("b")];

  const apart = a && b && (Math.abs(a.left - b.left) >= 160 || Math.abs(a.top - b.top) >= 60);
  expect(apart).toBe(true);
});

it("lays anew only what has changed, and all as if it were laid for the first time", () => {
  let seed = 7;
  const random = (most: number) => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % most;
  };
  const some = (id: string): PlaneBox => ({ ...box(id, random(10_001), random(10_001)), height: 60 + random(3) * 17 });
  let boxes = Array.from({ length: 150 }, (_, i) => some(`note:${i}`));
  let before: ReadonlyMap<string, Lying> = layPlane(boxes, 2100, 1300);
  let most = 0;

  for (let turn = 0; turn < 40; turn += 1) {
    const at = random(boxes.length);
    const changed = some(boxes[at]?.id ?? "");
    const others = boxes.toSpliced(at, 1);
    const elsewhere = others.toSpliced(random(others.length), 0, changed);
    boxes = [boxes.with(at, changed), others, elsewhere, boxes.concat(some(`new:${turn}`))][turn % 4] ?? [];
    const now = layPlane(boxes, 2100, 1300, before);

    expect(now).toEqual(layPlane(boxes, 2100, 1300));
    if (turn % 4 === 0) most = Math.max(most, [...now].filter(([id, lies]) => before.get(id) !== lies).length);
    before = now;
  }
  expect(most).toBeLessThan(40);
});
