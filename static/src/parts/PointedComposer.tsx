import type { Area } from "../board/place";
import { Composer } from "./Composer";
import { useDesk } from "./desk";
import type { Pointed } from "./pointed";
import { nameOf } from "./wording";

/** Past this share of the picture the field opens to the other side of the point, so as not to leave it. */
const FAR = 0.6;

/** Where a text on a plane is taken up again that was left half written. */
const MIDDLE: Pointed = { spot: { zone: "" }, left: 0.5, top: 0.5 };

/** The field where somebody pointed on a plane or a ring: always in its own size, however far the picture is enlarged. */
export function PointedComposer({ areas }: { readonly areas: readonly Area[] }) {
  const desk = useDesk();
  const area = areas.find(({ id }) => id === desk.composing.value);
  const pointed = desk.pointed.value ?? (area?.sort === "plane" ? MIDDLE : null);
  if (!pointed || !area || (pointed !== MIDDLE && pointed.spot.zone !== area.id)) return null;
  const { left, top } = pointed;
  const sides = `${left > FAR ? "to-left" : ""} ${top > FAR ? "to-top" : ""}`;
  return (
    <div class="pointed" style={{ left: `${left * 100}%`, top: `${top * 100}%` }}>
      <div class={`pointed-field ${sides}`} style={{ zoom: 1 / desk.zoom.value }}>
        <Composer key={`${area.id} ${left} ${top}`} area={area} title={nameOf(desk, area)} />
      </div>
    </div>
  );
}
