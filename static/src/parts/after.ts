/**
 * What the first look does not need comes right after it, in one file: the board stands sooner on a slow line.
 *
 * It is fetched as soon as the board is drawn, so that all of it is there before the network may be gone.
 */

import { computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { createElement } from "preact";
import type { FunctionComponent } from "preact";

import type { Language } from "../board/items";
import { untilThere } from "../board/until-there";
import { learn } from "../words";
import { fetchIcons } from "./Icon";

type Rest = typeof import("./rest");
type PartName = { [Name in keyof Rest]: Capitalize<Name> extends Name ? Name : never }[keyof Rest];
type PropsOf<Name extends PartName> = Rest[Name] extends (props: infer Props extends object) => unknown
  ? Props
  : object;

/** On a quick line the board waits for all of it, so that nothing is drawn afterwards and every key works at once. */
const PATIENCE_MS = 500;

const fetched = signal<Rest | null>(null);
const late = signal(false);

/** All of `rest.ts`; null until it is there. */
export const rest: ReadonlySignal<Rest | null> = fetched;

/** The board need not wait for it any longer. */
export const isDue: ReadonlySignal<boolean> = computed(() => late.value || fetched.value !== null);

/** From now on it may be late: there is something to show. */
export function waitNoMore(): void {
  setTimeout(() => (late.value = true), PATIENCE_MS);
}

export async function fetchRest(language: Language): Promise<void> {
  const words = untilThere(() => learn(language));
  const [all] = await Promise.all([untilThere(() => import("./rest")), fetchIcons(), words]);
  fetched.value = all;
}

/** A part of `rest.ts`, which is drawn as soon as it is there. */
export function after<Name extends PartName>(name: Name): FunctionComponent<PropsOf<Name>> {
  return function After(props: PropsOf<Name>) {
    const Part = rest.value?.[name] as FunctionComponent<PropsOf<Name>> | undefined;
    return Part ? createElement(Part, props) : null;
  };
}
