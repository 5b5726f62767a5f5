/**
 * What the first look does not need comes right after it, in one file: the board stands sooner on a slow line.
 *
 * It is fetched as soon as the board is drawn, so that all of it is there before the network may be gone.
 */

import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { createElement } from "preact";
import type { FunctionComponent } from "preact";

import { untilThere } from "../board/until-there";

type Rest = typeof import("./rest");
type PartName = { [Name in keyof Rest]: Capitalize<Name> extends Name ? Name : never }[keyof Rest];
type PropsOf<Name extends PartName> = Rest[Name] extends (props: infer Props extends object) => unknown
  ? Props
  : object;

const fetched = signal<Rest | null>(null);

/** All of `rest.ts`; null until it is there. */
export const rest: ReadonlySignal<Rest | null> = fetched;

export async function fetchRest(): Promise<void> {
  fetched.value ??= await untilThere(() => import("./rest"));
}

/** A part of `rest.ts`, which is drawn as soon as it is there. */
export function after<Name extends PartName>(name: Name): FunctionComponent<PropsOf<Name>> {
  return function After(props: PropsOf<Name>) {
    const Part = rest.value?.[name] as FunctionComponent<PropsOf<Name>> | undefined;
    return Part ? createElement(Part, props) : null;
  };
}
