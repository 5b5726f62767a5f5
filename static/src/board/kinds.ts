/** The kinds of note that a board has: its method's, until those who lead choose among them and name their own. */

import type { BoardItem, NamedKind } from "./items";
import type { Method, MethodKind, OwnKinds, Tint } from "./method";

export interface Kinds {
  /** What a note may be given, in the board's order. */
  readonly chosen: readonly MethodKind[];
  /** Those, the method's others, and what notes may have from before. */
  readonly known: readonly MethodKind[];
}

export function kindsOf(method: Method, board: BoardItem | undefined): Kinds {
  const { kinds: its, own_kinds: own } = method;
  const { kinds, former_kinds: former = [] } = board ?? {};
  const named = own ? [...(kinds ?? []), ...former].flatMap((kind) => ownKind(own, kind)) : [];
  const known = [...its, ...named];
  if (kinds === undefined) return { chosen: its, known };
  const chosen = kinds.flatMap(({ key }) => known.find((kind) => kind.key === key) ?? []);
  return { chosen, known };
}

/** The first look that none of these kinds has. */
export function freeTint(own: OwnKinds, kinds: readonly { readonly tint: Tint }[]): Tint {
  const taken = new Set(kinds.map(({ tint }) => tint));
  return own.looks.find(({ tint }) => !taken.has(tint))?.tint ?? "neutral";
}

export function iconOf(own: OwnKinds | undefined, tint: Tint): string {
  return own?.looks.find((look) => look.tint === tint)?.icon ?? "";
}

function ownKind(own: OwnKinds, { key, title, tint }: NamedKind): readonly MethodKind[] {
  if (title === undefined) return [];
  const look = own.looks.find((each) => each.tint === tint)?.tint ?? "neutral";
  const { hint, entity, fields } = own;
  return [{ key, title, plural: title, hint, icon: iconOf(own, look), tint: look, entity, fields }];
}
