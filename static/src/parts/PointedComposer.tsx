import type { Area } from "../board/place";
import { Composer } from "./Composer";
import { useDesk } from "./desk";
import { nameOf } from "./wording";

/** Past this share of the picture the field opens to the other side of the point, so as not to leave it. */
const FAR = 0.6;

/** The field where somebody pointed on a plane or a ring: always in its own size, however far the picture is enlarged. */
export function PointedComposer({ areas }: { readonly areas: readonly Area[] }) {
  const desk = useDesk();
  const pointed = desk.pointed.value;
  const area = areas.find(({ id }) => id === desk.composing.value);
  if (!pointed || !area || pointed.spot.zone !== area.id) return null;
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
