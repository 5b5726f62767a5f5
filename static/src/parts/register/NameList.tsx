import { useEffect, useState } from "preact/hooks";

import { ask } from "../ask";
import { useDesk } from "../desk";
import type { Desk } from "../desk";

interface Named {
  readonly type: string;
  readonly name: string;
}

interface NameListProps {
  readonly id: string;
  /** Of which things the names are suggested: `stakeholder`, `step`, `action`. */
  readonly types: readonly string[];
  /** Names that the board itself has. */
  readonly own: readonly string[];
  /** Names that are given already. */
  readonly without?: readonly string[];
  /** Of several names in one text: those before, so that a suggestion leaves them. */
  readonly after?: string;
}

const NONE: readonly string[] = [];
const KEPT_MS = 60_000;
const kept = new WeakMap<Desk, { readonly at: number; readonly names: Promise<readonly Named[]> }>();

/** Suggestions for a name, which anybody may pass over: those of the board, and those that the server knows for this person. */
export function NameList({ id, types, own, without = NONE, after = "" }: NameListProps) {
  const desk = useDesk();
  const [named, setNamed] = useState<readonly Named[]>([]);
  useEffect(() => {
    let isOpen = true;
    void namesFor(desk).then((names) => isOpen && setNamed(names));
    return () => {
      isOpen = false;
    };
  }, [desk]);
  const suited = named.filter(({ type }) => types.includes(type)).map(({ name }) => name);
  const taken = new Set(without.map(plain));
  const offered = new Map([...own, ...suited].map((name) => [plain(name), name] as const));
  return (
    <datalist id={id}>
      {[...offered]
        .filter(([key]) => !taken.has(key))
        .map(([key, name]) => (
          <option key={key}>{after + name}</option>
        ))}
    </datalist>
  );
}

/** Asked for once a minute at most; without a connection there are the board's own. */
function namesFor(desk: Desk): Promise<readonly Named[]> {
  const known = kept.get(desk);
  if (known && Date.now() - known.at < KEPT_MS) return known.names;
  const url = `/api/v1/boards/${encodeURIComponent(desk.boot.document)}/names`;
  const names = ask<readonly Named[]>(desk.boot, "GET", url).then((answer) => {
    if ("got" in answer) return answer.got;
    kept.delete(desk);
    return [];
  });
  kept.set(desk, { at: Date.now(), names });
  return names;
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, " ").toLocaleLowerCase();
}
