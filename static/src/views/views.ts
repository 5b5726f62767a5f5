/** The views of the same notes, each in a file of its own: those that are not looked at come later. */

import { signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { ComponentType } from "preact";

import { untilThere } from "../board/until-there";
import type { View } from "../parts/desk";

/** Null until it is there. */
export const views: Readonly<Record<View, Signal<ComponentType | null>>> = {
  map: signal(null),
  list: signal(null),
  table: signal(null),
};

const LOAD: Readonly<Record<View, () => Promise<ComponentType>>> = {
  map: () => import("./map/MapPage").then(({ MapPage }) => MapPage),
  list: () => import("./list/ListPage").then(({ ListPage }) => ListPage),
  table: () => import("./table/TablePage").then(({ TablePage }) => TablePage),
};

export async function fetchView(view: View): Promise<void> {
  const shown = await untilThere(LOAD[view]);
  views[view].value = shown;
}
