import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

import type { Layout } from "../../board/method";
import { useDesk } from "../../parts/desk";
import { isRemembered, remembered } from "../../parts/remembered";
import { lasso } from "../../parts/several/lasso";
import { Arrows } from "./Arrows";
import { Columns } from "./Columns";
import { Matrix } from "./Matrix";
import { panBy } from "./pan";
import { Plane } from "./Plane";
import { Rings } from "./Rings";
import { fitDown, onZoomKeys, onZoomWheel } from "./zoom";

const LAYOUTS: Readonly<Record<Layout, () => JSX.Element>> = {
  matrix: Matrix,
  columns: Columns,
  rings: Rings,
  plane: Plane,
};

/** The board as a picture: zones where the method puts them, on a sheet that scrolls as pages do and can be enlarged. */
export function MapView() {
  const desk = useDesk();
  const { boot, zoom, dense, say, store } = desk;
  const stage = useRef<HTMLDivElement>(null);
  const Layout = LAYOUTS[boot.method.layout];
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const place = remembered(`${boot.document}/place`, { x: 0, y: 0 });
    element.scrollTo(place.peek().x, place.peek().y);
    // A picture that is wider than the screen is seen whole at first; lanes and columns are read at their own size.
    const isPicture = boot.method.layout === "rings" || boot.method.layout === "plane";
    if (isPicture && !isRemembered(`${boot.document}/zoom`)) requestAnimationFrame(() => fitDown(desk));
    const keep = () => {
      place.value = { x: element.scrollLeft, y: element.scrollTop };
    };
    const wheel = (event: WheelEvent) => onZoomWheel(event, desk, element);
    element.addEventListener("scrollend", keep);
    // Not passive: Ctrl and the wheel enlarge the board, not the page.
    element.addEventListener("wheel", wheel, { passive: false });
    return () => {
      element.removeEventListener("scrollend", keep);
      element.removeEventListener("wheel", wheel);
    };
  }, [store.ready.value]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dragging empty ground pans; bars and keys do too
    <div
      ref={stage}
      class={`stage on-${boot.method.layout}`}
      role="region"
      aria-label={say("board.label")}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the arrow keys scroll it
      tabIndex={0}
      onPointerDown={(event) => {
        if (!lasso(event, desk)) panBy(event, stage.current);
      }}
      onKeyDown={(event) => onZoomKeys(event, desk)}
    >
      <div class={dense.value ? "sheet dense" : "sheet"} style={{ zoom: zoom.value }}>
        <Layout />
        <Arrows />
      </div>
    </div>
  );
}
