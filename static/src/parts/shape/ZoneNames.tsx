import { useDesk } from "../desk";
import { namesOn } from "../fields/values";
import { NameList } from "../register/NameList";
import { inWords } from "../wording";
import { siblingsOf } from "./shaping";
import type { Axis } from "./shaping";

interface ZoneNamesProps {
  readonly id: string;
  readonly axis: Exclude<Axis, undefined>;
}

/** Suggested for a lane: organisations; for a phase: steps, or what the method makes columns of. Those in use are not. */
export function ZoneNames({ id, axis }: ZoneNamesProps) {
  const desk = useDesk();
  const carried = (desk.boot.method.carries ?? []).filter((each) => each.as === axis).map(({ type }) => type);
  return (
    <NameList
      id={id}
      types={carried.length > 0 ? carried : [axis === "lane" ? "stakeholder" : "step"]}
      own={axis === "lane" ? namesOn(desk, "organisation") : []}
      without={siblingsOf(desk, axis).map(({ title }) => inWords(desk, title))}
    />
  );
}
