import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";

import { rest } from "../../parts/after";
import { useDesk } from "../../parts/desk";
import { useOwnPointer } from "../../parts/pointers/useOwnPointer";
import { LaidNotes } from "./laid";
import type { Laid } from "./laid";
import { useLaterArrows } from "./later";
import { layouts } from "./layouts";
import { panBy } from "./pan";
import { Pointers } from "./Pointers";
import { useStage } from "./useStage";
import { onZoomKeys } from "./zoom";

/** The board as a picture: zones where the method puts them, on a sheet that scrolls as pages do and can be enlarged. */
export function MapView() {
  const desk = useDesk();
  const { boot, zoom, dense, say } = desk;
  const stage = useRef<HTMLDivElement>(null);
  const laid = useSignal<Laid>(new Map());
  const Layout = layouts[boot.method.layout].value;
  useStage(stage);
  useOwnPointer(stage);
  const Arrows = useLaterArrows();
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
        if (!rest.peek()?.lasso(event, desk)) panBy(event, stage.current);
      }}
      onKeyDown={(event) => onZoomKeys(event, desk)}
    >
      <div class={dense.value ? "sheet dense" : "sheet"} style={{ zoom: zoom.value }}>
        <LaidNotes.Provider value={laid}>
          {Layout && <Layout />}
          {Arrows && <Arrows />}
        </LaidNotes.Provider>
        <Pointers />
      </div>
    </div>
  );
}
