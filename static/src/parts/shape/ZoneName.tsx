import { useDesk } from "../desk";

interface ZoneNameProps {
  readonly name: string;
  readonly onName: (name: string) => void;
}

/** What a phase, a lane or another place is called: the one field that is asked for. */
export function ZoneName({ name, onName }: ZoneNameProps) {
  const { say } = useDesk();
  return (
    <input
      type="text"
      aria-label={say("zone.name")}
      maxLength={200}
      value={name}
      onInput={(event) => onName(event.currentTarget.value)}
    />
  );
}
