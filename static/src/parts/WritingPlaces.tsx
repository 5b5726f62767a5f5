import type { Area, Spot } from "../board/place";
import { useDesk } from "./desk";
import type { Desk } from "./desk";
import { nameOf } from "./wording";

export interface WritingPlace {
  readonly key: string;
  readonly title: string;
  readonly area: Area;
  readonly spot: Spot;
}

/** All places that take notes, under the same names as the headings. */
export function writingPlaces(desk: Desk, areas: readonly Area[]): readonly WritingPlace[] {
  return areas
    .filter(({ accepts }) => accepts.length > 0)
    .flatMap((area): readonly WritingPlace[] => {
      const whole = { key: area.id, title: nameOf(desk, area), area, spot: { zone: area.id } };
      if (area.quarters.length === 0) return [whole];
      return area.quarters.map(({ key, title, at }) => ({
        ...whole,
        key: `${area.id} ${key}`,
        title,
        spot: { zone: area.id, ...at },
      }));
    });
}

interface PlaceSelectProps {
  readonly places: readonly WritingPlace[];
  readonly now: string;
  readonly onChoose: (key: string) => void;
}

/** Where what is written goes. */
export function PlaceSelect({ places, now, onChoose }: PlaceSelectProps) {
  const { say } = useDesk();
  return (
    <select
      class="place-select"
      aria-label={say("composer.where")}
      value={now}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {places.map(({ key, title }) => (
        <option key={key} value={key}>
          {title}
        </option>
      ))}
    </select>
  );
}
