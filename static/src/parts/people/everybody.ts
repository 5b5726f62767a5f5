/** Everybody of the workshop, as whoever leads is told it: asked for again and again while the panel is open. */

import { useEffect, useState } from "preact/hooks";

import type { Boot } from "../../board/boot";
import { ask } from "../ask";
import type { Desk } from "../desk";

export const EVERY_MILLISECONDS = 4_000;

export interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly group: string | null;
  /** Where they are now; null: away. */
  readonly board: string | null;
  readonly is_writing: boolean;
}

export interface Everybody {
  readonly people: readonly Somebody[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly is_door_open: boolean;
  readonly code: string;
}

interface Known {
  /** Null until the first answer. */
  readonly all: Everybody | null;
  readonly failed: boolean;
}

export function workshopUrl({ urls }: Boot, what: string): string {
  return `${urls["led"] ?? ""}/${what}`;
}

/** What is known, and a way to ask at once. */
export function useEverybody({ boot }: Desk): Known & { readonly again: () => Promise<void> } {
  const [known, setKnown] = useState<Known>({ all: null, failed: false });
  const again = async () => {
    const answer = await ask<Everybody>(boot, "GET", workshopUrl(boot, "people"));
    setKnown((before) => ("got" in answer ? { all: answer.got, failed: false } : { ...before, failed: true }));
  };
  useEffect(() => {
    void again();
    const timer = setInterval(() => void again(), EVERY_MILLISECONDS);
    return () => clearInterval(timer);
  }, []);
  return { ...known, again };
}
