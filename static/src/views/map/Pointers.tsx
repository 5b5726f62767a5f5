import { useLayoutEffect, useRef, useState } from "preact/hooks";

import type { Person } from "../../board/boot";
import { tintOf } from "../../parts/Avatar";
import { useDesk } from "../../parts/desk";
import type { Desk } from "../../parts/desk";
import { spotOf } from "../../parts/pointers/share";
import { areShown } from "../../parts/pointers/shown";

interface Drawn {
  readonly person: Person;
  readonly left: number;
  readonly top: number;
}

/** Where the others' mice point. A picture alone: who works where stands in the list of people. */
export function Pointers() {
  const desk = useDesk();
  const frame = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<readonly Drawn[]>([]);
  const here = areShown(desk) ? desk.store.here.value : null;
  useLayoutEffect(() => {
    setDrawn(frame.current && here ? drawing(desk, frame.current) : []);
  }, [here, desk.zoom.value, desk.arrangement.value]);
  return (
    <div class="pointers" ref={frame} aria-hidden="true">
      {drawn.map(({ person, left, top }) => (
        <span key={person.id} class={`pointer a${tintOf(person.id)}`} style={{ translate: `${left}px ${top}px` }}>
          <svg viewBox="0 0 12 16" width="12" height="16">
            <path d="M1 1v12l3.2-2.7 2.1 4.6 2-.9-2.1-4.5 4.3-.2z" />
          </svg>
          <span class="whose">{person.name}</span>
        </span>
      ))}
    </div>
  );
}

function drawing(desk: Desk, frame: HTMLElement): Drawn[] {
  const people = desk.store.people.peek();
  const boxes = new Map<string, DOMRect | null>();
  const corner = frame.getBoundingClientRect();
  return [...desk.store.here.peek()].flatMap(([id, { zone, x, y }]) => {
    const person = people.get(id);
    if (id === desk.boot.you || !person || person.trial || zone === undefined) return [];
    if (x === undefined || y === undefined) return [];
    if (!boxes.has(zone)) boxes.set(zone, boxOf(frame, zone));
    const box = boxes.get(zone);
    return box ? [{ person, ...spotOf({ x, y }, box, corner, desk.zoom.peek()) }] : [];
  });
}

function boxOf(frame: HTMLElement, zone: string): DOMRect | null {
  const found = frame.closest(".stage")?.querySelector(`[data-zone="${CSS.escape(zone)}"]`);
  return found?.getBoundingClientRect() ?? null;
}
