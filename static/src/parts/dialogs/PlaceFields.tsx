import type { Note } from "../../board/items";
import { atScale, places, scaleOf, spotOf } from "../../board/place";
import type { Area, Choice, Spot } from "../../board/place";
import { useDesk } from "../desk";
import { excerpt, inWords, nameOf } from "../wording";
import { SelectField } from "./Field";

interface PlaceFieldsProps {
  readonly kind: string;
  /** The note that is to move, if it is there already. */
  readonly note?: Note | undefined;
  readonly spot: Spot | null;
  readonly onChoose: (spot: Spot) => void;
}

/** Choosing a place by its name: the same names as the headings, and in a list the place among the other notes. */
export function PlaceFields({ kind, note, spot, onChoose }: PlaceFieldsProps) {
  const desk = useDesk();
  const { say } = desk;
  const arrangement = desk.arrangement.value;
  const choices = places(arrangement, kind, note);
  const area = spot ? arrangement.area(spot.zone) : undefined;
  const isPlane = area?.sort === "plane";
  const planar = choices.filter((choice, i) => choices.findIndex(({ spot: s }) => s.zone === choice.spot.zone) === i);
  return (
    <>
      <SelectField
        label={say("place.label")}
        value={spot?.zone ?? ""}
        onChange={(zone) => onChoose(chosen(arrangement.area(zone), zone))}
      >
        {grouped(planar).map(([group, list]) =>
          group === null ? (
            list.map((choice) => <Option key={choice.key} choice={choice} />)
          ) : (
            <optgroup key={group} label={group}>
              {list.map((choice) => (
                <Option key={choice.key} choice={choice} />
              ))}
            </optgroup>
          ),
        )}
      </SelectField>
      {isPlane && spot && area && <PlaneFields area={area} spot={spot} onChoose={onChoose} />}
      {area?.sort === "flow" && spot && <OrderField area={area} note={note} spot={spot} onChoose={onChoose} />}
    </>
  );

  function chosen(target: Area | undefined, zone: string): Spot {
    if (target?.sort === "plane") return { zone, x: atScale(3), y: atScale(3) };
    return note && target?.id === arrangement.areaOf(note).id ? spotOf(arrangement, note) : { zone };
  }
}

function Option({ choice }: { readonly choice: Choice }) {
  const desk = useDesk();
  const area = desk.arrangement.value.area(choice.spot.zone);
  return <option value={choice.spot.zone}>{area ? nameOf(desk, area) : choice.title}</option>;
}

/** Keeps the order; choices with the same group follow one another already. */
function grouped(choices: readonly Choice[]): readonly (readonly [string | null, readonly Choice[]])[] {
  const groups = new Map<string | null, Choice[]>();
  for (const choice of choices) {
    const group = choice.spot.zone.includes("/") ? choice.group : null;
    groups.set(group, [...(groups.get(group) ?? []), choice]);
  }
  return [...groups];
}

interface WithinProps {
  readonly area: Area;
  readonly spot: Spot;
  readonly note?: Note | undefined;
  readonly onChoose: (spot: Spot) => void;
}

function OrderField({ area, note, spot, onChoose }: WithinProps) {
  const { say } = useDesk();
  const others = area.notes.filter(({ id }) => id !== note?.id);
  if (others.length === 0) return null;
  return (
    <SelectField
      label={say("place.order")}
      value={String(spot.index ?? others.length)}
      onChange={(index) => onChoose({ zone: area.id, index: Number(index) })}
    >
      <option value="0">{say("place.first")}</option>
      {others.slice(0, -1).map(({ id, text }, i) => (
        <option key={id} value={String(i + 1)}>
          {say("place.after", { text: excerpt(text, 50) })}
        </option>
      ))}
      <option value={String(others.length)}>{say("place.last")}</option>
    </SelectField>
  );
}

/** The two axes as 1 to 5, their ends in words; free ground has no numbers worth choosing. */
function PlaneFields({ area, spot, onChoose }: WithinProps) {
  const desk = useDesk();
  const { axes } = area.zone;
  if (!axes) return null;
  return (
    <div class="field-pair">
      {(["y", "x"] as const).map((direction) => {
        const axis = axes[direction];
        const words = (step: number) => {
          const end = step === 1 ? axis.low : step === 5 ? axis.high : null;
          return end ? `${step} · ${inWords(desk, end)}` : String(step);
        };
        return (
          <SelectField
            key={direction}
            label={inWords(desk, axis.title)}
            value={String(scaleOf(spot[direction] ?? 0))}
            onChange={(step) => onChoose({ ...spot, [direction]: atScale(Number(step)) })}
          >
            {[1, 2, 3, 4, 5].map((step) => (
              <option key={step} value={String(step)}>
                {words(step)}
              </option>
            ))}
          </SelectField>
        );
      })}
    </div>
  );
}
