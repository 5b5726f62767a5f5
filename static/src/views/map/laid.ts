/** Where a crowded plane has laid its notes: known from its arithmetic, so that nobody has to measure thousands. */

import { signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { createContext } from "preact";

import type { Rect } from "./arrows/shapes";

/** By plane and note, in the plane's own pixels. */
export type Laid = ReadonlyMap<string, ReadonlyMap<string, Rect>>;

export const LaidNotes = createContext<Signal<Laid>>(signal(new Map()));
