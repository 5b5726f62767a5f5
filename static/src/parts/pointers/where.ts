/** Where I am, from two sources: what I work on, and where my mouse points. The work counts more. */

import type { Here } from "../../board/boot";

export interface Point {
  readonly zone: string;
  readonly x: number;
  readonly y: number;
}

export interface Where {
  work(here: Here): void;
  point(at: Point | null): void;
}

export function createWhere(tell: (here: Here) => void): Where {
  let work: Here = {};
  let at: Point | null = null;
  const both = () => tell(work.zone === undefined ? { ...at, ...work } : work);
  return {
    work: (here) => {
      work = here;
      both();
    },
    point: (point) => {
      if (point === null && at === null) return;
      at = point;
      both();
    },
  };
}
