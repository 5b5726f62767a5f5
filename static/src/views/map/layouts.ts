/** The ways of laying a board out. Those that compute where notes lie come in files of their own: a board has one of them. */

import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";

import type { Layout } from "../../board/method";
import { untilThere } from "../../board/until-there";
import { Columns } from "./Columns";
import { Matrix } from "./Matrix";
import { Sectors } from "./Sectors";

const rings = signal<FunctionComponent | null>(null);
const plane = signal<FunctionComponent | null>(null);

/** Null until it is there. */
export const layouts: Readonly<Record<Layout, ReadonlySignal<FunctionComponent | null>>> = {
  matrix: signal(Matrix),
  columns: signal(Columns),
  sectors: signal(Sectors),
  rings,
  plane,
  network: plane,
  free: plane,
};

export async function fetchLayout(layout: Layout): Promise<void> {
  if (layouts[layout].peek() !== null) return;
  if (layout === "rings") rings.value = (await untilThere(() => import("./Rings"))).Rings;
  else plane.value = (await untilThere(() => import("./Plane"))).Plane;
}

/** Whether it is there. */
export function useLayout(layout: Layout): boolean {
  useEffect(() => void fetchLayout(layout), [layout]);
  return layouts[layout].value !== null;
}
