import type { Desk } from "../desk";

/** What the room looks at, and why: told apart, so that each is gone to once. */
interface Look {
  readonly key: string;
  readonly zone: string;
}

/** The place that the room looks at on this board, if there is one. */
export function lookOf({ floor, boot, latest }: Desk): Look | null {
  const part = floor.current.value;
  const summon = floor.summon.value;
  const isCall = summon?.board === boot.board.id && summon.focus !== undefined;
  const zone = isCall ? summon.focus : part?.boards.includes(boot.board.id) ? (part.focus ?? undefined) : undefined;
  if (zone === undefined || !isThere(latest.value, zone)) return null;
  return { key: isCall ? `call ${summon.number}` : `part ${part?.id ?? ""}`, zone };
}

function isThere({ areas, phases, lanes }: Desk["latest"]["value"], zone: string): boolean {
  return [...areas, ...phases, ...lanes].some(({ id }) => id === zone);
}
