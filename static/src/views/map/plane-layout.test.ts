import { expect, it } from "vitest";

import { layPlane } from "./plane-layout";

const box = (id: string, x: number, y: number) => ({ id, x, y, width: 160, height: 60 });

it("draws high values at the top and keeps every note on the plane", () => {
  const middles = layPlane([box("high", 10_000, 10_000), box("low", 0, 0)], 1000, 600);

  expect(middles.get("high")).toEqual({ left: 920, top: 30 });
  expect(middles.get("low")).toEqual({ left: 80, top: 570 });
});

it("lets notes with the same coordinates lie beside each other", () => {
  const middles = layPlane([box("a", 5000, 5000), box("b", 5000, 5000)], 1000, 600);
  const [a, b] = [middles.get("a"), middles.get("b")];

  const apart = a && b && (Math.abs(a.left - b.left) >= 160 || Math.abs(a.top - b.top) >= 60);
  expect(apart).toBe(true);
});
