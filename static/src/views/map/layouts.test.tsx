/** The ways of laying a board out that share what they draw with others. */

import { cleanup, screen, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";

import { addNote, METHOD } from "../../board/makers";
import type { Layout } from "../../board/method";
import { show } from "../../parts/makers";
import { fetchLayout } from "./layouts";
import { MapView } from "./MapView";

await fetchLayout("free");

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next)); // what was to be done after the last drawing
});

function laidOut(layout: Layout) {
  return show(<MapView />, { boot: { method: { ...METHOD, layout } } });
}

test.each(["network", "free"] as const)("%s is ground on which notes lie where they were put", async (layout) => {
  const { store, settle, desk } = laidOut(layout);
  store.act(addNote("note:a", { text: "Kela", zone: "zone:grid", order: undefined, x: 2500, y: 7500 }));
  settle();

  const map = await screen.findByRole("region", { name: "Kartta" });
  expect(within(map).getByText("Kela").closest("[data-plane]")).not.toBeNull();
  expect(desk.arrows.value).toBe(layout === "network");
});

test("sectors stand around the first zone, and their arrows are all shown", async () => {
  const { desk } = laidOut("sectors");

  const map = await screen.findByRole("region", { name: "Kartta" });
  const zones = desk.arrangement.value.zones.map(({ id }) => id);
  expect([...map.querySelectorAll(".sectors > [data-zone]")].map((each) => each.getAttribute("data-zone"))).toEqual(
    zones,
  );
  expect(map.querySelector(".centre")?.getAttribute("data-zone")).toBe(zones[0]);
  expect(desk.arrows.value).toBe(true);
});
