import { useEffect, useRef } from "preact/hooks";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Keys that go somewhere: after them it is the focus that says where one is, not a mouse that lies still. */
const GOING = /^(Tab|Home|End|Page|Arrow)/;

/** Where the mouse points, as long as it says where one is; else null. */
export function usePointer(): { readonly current: Point | null } {
  const pointer = useRef<Point | null>(null);
  useEffect(() => {
    const point = ({ pointerType, clientX: x, clientY: y }: PointerEvent) => {
      pointer.current = pointerType === "touch" ? null : { x, y };
    };
    const go = ({ key }: KeyboardEvent) => {
      if (GOING.test(key)) pointer.current = null;
    };
    window.addEventListener("pointermove", point, { passive: true });
    window.addEventListener("keydown", go, true);
    return () => {
      window.removeEventListener("pointermove", point);
      window.removeEventListener("keydown", go, true);
    };
  }, []);
  return pointer;
}
