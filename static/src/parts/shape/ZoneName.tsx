import { useId } from "preact/hooks";

import { useDesk } from "../desk";
import { namesOn } from "../fields/values";
import { NameList } from "../register/NameList";
import { siblingsOf } from "./shaping";
import type { Axis } from "./shaping";
import { inWords } from "../wording";

interface ZoneNameProps {
  readonly axis: Axis;
  readonly name: string;
  readonly onName: (name: string) => void;
}

/** What a phase, a lane or another place is called: the one field that is asked for. */
export function ZoneName({ axis, name, onName }: ZoneNameProps) {
  const desk = useDesk();
  const { say, boot } = desk;
  const id = useId();
  const carried = (boot.method.carries ?? []).filter((each) => each.as === axis).map(({ type }) => type);
  const own = axis === "lane" ? namesOn(desk, "organisation") : [];
  return (
    <>
      <input
        type="text"
        aria-label={say("zone.name")}
        maxLength={200}
        value={name}
        list={axis && id}
        onInput={(event) => onName(event.currentTarget.value)}
      />
      {axis && (
        <NameList
          id={id}
          types={carried.length > 0 ? carried : [axis === "lane" ? "stakeholder" : "step"]}
          own={own}
          without={siblingsOf(desk, axis).map(({ title }) => inWords(desk, title))}
        />
      )}
    </>
  );
}
