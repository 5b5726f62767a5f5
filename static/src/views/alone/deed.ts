/** For tests: what one person does in one of the views, what was there before, and what is sent. */

import type { Fields } from "../../board/items";
import type { Wish } from "../../board/operations";
import type { View } from "../../parts/desk";
import { activate, press, toNote } from "./by-keys";

export interface Deed {
  /** What others did before. */
  readonly others?: readonly Wish[];
  /** What oneself did before. */
  readonly mine?: readonly Wish[];
  /** What items became that only the engine could decide. */
  readonly told?: Readonly<Record<string, Fields>>;
  readonly does: (view: View) => Promise<void>;
  /** Of the operation, besides its type. */
  readonly sends: object;
}

/** By operation; some are done in more ways than one. */
export type Deeds = Readonly<Record<string, Deed | readonly Deed[]>>;

export const LINK: Wish = { type: "link.add", link: "link:1", from: "note:0", to: "note:1", kind: "data" };
export const QUEUES: Wish = { type: "cluster.add", cluster: "cluster:1", title: "Jonot", notes: ["note:0", "note:1"] };
export const FORMS: Wish = { type: "cluster.add", cluster: "cluster:2", title: "Lomakkeet", notes: ["note:2"] };
export const ASKED: Wish = { type: "comment.add", comment: "comment:1", on: "note:0", text: "Missä?" };

/** Arrows, themes and what was removed: the List and the Table have them at their end, the map in a panel. */
export async function relations(view: View): Promise<void> {
  if (view === "map") await activate("Nuolet ja teemat");
}

export async function undo(): Promise<void> {
  await toNote("Kolme");
  press("z", { ctrlKey: true });
}
