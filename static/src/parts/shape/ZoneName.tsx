import { useId } from "preact/hooks";

import { useDesk } from "../desk";
import type { Axis } from "./shaping";
import { ZoneNames } from "./ZoneNames";

interface ZoneNameProps {
  readonly axis: Axis;
  readonly name: string;
  readonly onName: (name: string) => void;
}

/** What a phase, a lane or another place is called: the one field that is asked for. */
export function ZoneName({ axis, name, onName }: ZoneNameProps) {
  const { say } = useDesk();
  const id = useId();
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
      {axis && <ZoneNames id={id} axis={axis} />}
    </>
  );
}
