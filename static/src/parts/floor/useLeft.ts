import { useEffect, useState } from "preact/hooks";

import type { Timer } from "../../board/floor";
import { useDesk } from "../desk";

/** Whole seconds that are left, begun ones counted; drawn again when that number changes. */
export function useLeft(timer: Timer): number {
  const { floor } = useDesk();
  const [, draw] = useState(0);
  const left = floor.left(timer);
  const runs = "ends_at" in timer && left > 0;
  useEffect(() => {
    if (!runs) return undefined;
    const next = setTimeout(() => draw((times) => times + 1), left % 1_000 || 1_000);
    return () => clearTimeout(next);
  });
  return Math.ceil(left / 1_000);
}

const two = (number: number) => String(number).padStart(2, "0");

/** *06:18*, *1:06:18*. */
export function clockOf(seconds: number): string {
  const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < 3_600 ? minutes : `${Math.floor(seconds / 3_600)}:${minutes}`;
}
