import { useRef } from "preact/hooks";

import type { Note } from "../../board/items";
import type { Area } from "../../board/place";
import { AddButton } from "../../parts/AddButton";
import { after } from "../../parts/after";
import { useDesk } from "../../parts/desk";
import { domId } from "../../parts/dom-id";
import { EditButton } from "../../parts/shape/EditButton";
import { ZoneNamer } from "../../parts/shape/ZoneNamer";
import { ofZone } from "../../parts/refused";
import { WIDE } from "../../parts/ring-shape";
import { ZoneNotes } from "../../parts/ZoneNotes";
import { nameOf } from "../../parts/wording";
import { layRings } from "./ring-layout";
import type { RingLayout } from "./ring-layout";
import { Count } from "./StripHead";
import { Unplaced } from "./Unplaced";
import { guessed, useSizes } from "./useSizes";

const Composer = after("Composer");
const PointedComposer = after("PointedComposer");
const RefusedStrip = after("RefusedStrip");

/** An onion: what matters most in the middle. A ring grows with its notes and is lit while one is dragged over it. */
export function Rings() {
  const desk = useDesk();
  const sheet = useRef<HTMLDivElement>(null);
  const { sizes, measured } = useSizes(sheet, desk);
  const before = useRef<RingLayout | undefined>(undefined);
  const { zones, unplaced } = desk.arrangement.value;
  const rings = zones.filter(({ sort }) => sort === "ring");
  const others = zones.filter(({ sort }) => sort !== "ring");
  const boxes = rings.map(({ notes }) =>
    notes.map(({ id, text, angle }) => Object.assign({ id, angle }, sizes.get(id) ?? guessed(text))),
  );
  const layout = layRings(boxes, before.current);
  if (measured) before.current = layout;
  const outer = layout.radii.at(-1) ?? 0;
  const size = { width: outer * WIDE * 2, height: outer * 2 };
  const placed = (note: Note) => {
    const spot = layout.spots.get(note.id);
    return { left: `${(spot?.x ?? 0) + size.width / 2}px`, top: `${(spot?.y ?? 0) + size.height / 2}px` };
  };
  return (
    <div class="rings-sheet">
      <div class="rings" ref={sheet} data-rings style={{ width: `${size.width}px`, height: `${size.height}px` }}>
        <Ellipses rings={rings} layout={layout} />
        {rings.map((area, i) => (
          <section key={area.id} class="ring" aria-labelledby={`head-${domId(area.id)}`}>
            <RingHead area={area} top={size.height / 2 - (layout.radii[i] ?? 0)} />
            <ZoneNotes area={area} placed={placed} />
          </section>
        ))}
        <PointedComposer areas={rings} />
      </div>
      <aside class="beside">
        <RingComposers rings={rings} />
        {[...others, unplaced].map((area) => (
          <Unplaced key={area.id} area={area} />
        ))}
      </aside>
    </div>
  );
}

function Ellipses({ rings, layout }: { readonly rings: readonly Area[]; readonly layout: RingLayout }) {
  const over = useDesk().over.value?.zone;
  const outer = layout.radii.at(-1) ?? 0;
  const box = `${-outer * WIDE - 1} ${-outer - 1} ${outer * WIDE * 2 + 2} ${outer * 2 + 2}`;
  const inward = rings.map((area, i) => ({ area, i, radius: layout.radii[i] ?? 0 })).toReversed();
  return (
    <svg class="ellipses" viewBox={box} aria-hidden="true">
      {inward.map(({ area, i, radius }) => (
        <ellipse
          key={area.id}
          data-zone={area.id}
          class={`ring-ground r${Math.min(i, 3)}${over === area.id ? " lit" : ""}`}
          rx={radius * WIDE}
          ry={radius}
        />
      ))}
    </svg>
  );
}

function RingHead({ area, top }: { readonly area: Area; readonly top: number }) {
  const desk = useDesk();
  const name = nameOf(desk, area);
  return (
    <div class="ring-head" style={{ top: `${top}px` }}>
      <h3 id={`head-${domId(area.id)}`}>{name}</h3>
      <Count count={area.notes.length} />
      <AddButton area={area} />
      <EditButton zone={area.zone} title={name} />
      <ZoneNamer zone={area.id} />
    </div>
  );
}

/** Writing into a ring by its name happens beside it, where there is room for a field. */
function RingComposers({ rings }: { readonly rings: readonly Area[] }) {
  const desk = useDesk();
  const refusals = desk.store.refusals.value;
  const open = desk.pointed.value ? undefined : rings.find(({ id }) => id === desk.composing.value);
  return (
    <>
      {open && (
        <div class="beside-composer">
          <h3>{nameOf(desk, open)}</h3>
          <Composer key={open.id} area={open} />
        </div>
      )}
      {rings
        .flatMap(({ id }) => ofZone(refusals, id))
        .map((refused) => (
          <RefusedStrip key={refused.op} refused={refused} />
        ))}
    </>
  );
}
