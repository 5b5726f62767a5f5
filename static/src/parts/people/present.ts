import type { Person } from "../../board/boot";
import type { Desk } from "../desk";

/** Those who are here and have a name, oneself first. */
export function present(desk: Desk): readonly Person[] {
  const { here, people } = desk.store;
  const ids = new Set([desk.boot.you, ...here.value.keys()]);
  const found = [...ids]
    .flatMap((id) => people.value.get(id) ?? [])
    .filter((one) => !one.trial || one.id === desk.boot.you);
  return found.toSorted((a, b) => Number(b.id === desk.boot.you) - Number(a.id === desk.boot.you));
}
