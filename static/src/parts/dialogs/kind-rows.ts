/** The kinds of a board while somebody changes them: a row for each, of the method's or with a name of its own. */

import { uuid } from "../../board/id";
import { freeTint, iconOf } from "../../board/kinds";
import type { NamedKind } from "../../board/items";
import type { MethodKind, OwnKinds, Tint } from "../../board/method";
import type { Desk } from "../desk";
import { inWords } from "../wording";

export interface KindRow {
  readonly key: string;
  readonly tint: Tint;
  readonly icon: string;
  readonly title: string;
  /** People name it; else its words are the method's. */
  readonly isOwn: boolean;
}

export function rowOf(desk: Desk, { key, tint, icon, title }: MethodKind): KindRow {
  return { key, tint, icon, title: inWords(desk, title), isOwn: typeof title === "string" };
}

/** A new row without a name, with a look that none of these has. */
export function newRow(own: OwnKinds, rows: readonly KindRow[]): KindRow {
  const tint = freeTint(own, rows);
  const key = `own_${uuid().replaceAll("-", "")}`;
  return { key, tint, icon: iconOf(own, tint), title: "", isOwn: true };
}

/** The kinds as they are asked for: a name that a kind on this board has or had is that kind, an empty one is none. */
export function kindsFrom(desk: Desk, rows: readonly KindRow[]): readonly NamedKind[] {
  const { known } = desk.kinds.peek();
  return rows.flatMap(({ key, title, tint, isOwn }): readonly NamedKind[] => {
    const name = title.trim().replace(/\s+/g, " ");
    if (!isOwn) return [{ key }];
    if (name === "") return [];
    const isNew = !known.some((kind) => kind.key === key);
    const found = isNew ? known.find((kind) => namesOf(kind).includes(name.toLowerCase())) : undefined;
    if (found === undefined) return [{ key, title: name, tint }];
    return [typeof found.title === "string" ? { key: found.key, title: name } : { key: found.key }];
  });
}

/** Whether two of them would be called alike. */
export function areAlike(desk: Desk, kinds: readonly NamedKind[]): boolean {
  const { known } = desk.kinds.peek();
  const names = kinds.flatMap(({ key, title }): readonly string[] => {
    if (title !== undefined) return [title.toLowerCase()];
    const kind = known.find((each) => each.key === key);
    return kind ? [...new Set(namesOf(kind))] : [];
  });
  return new Set(names).size < names.length;
}

function namesOf({ title }: MethodKind): readonly string[] {
  const names = typeof title === "string" ? [title] : Object.values(title);
  return names.map((name) => name.toLowerCase());
}
