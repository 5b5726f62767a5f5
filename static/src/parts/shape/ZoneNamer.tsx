import { after } from "../after";
import { useDesk } from "../desk";

const NamerForm = after("NamerForm");

interface ZoneNamerProps {
  readonly zone: string;
  /** Folds it, where there is no room for a button of its own. */
  readonly onFold?: (() => void) | undefined;
}

/** Where a phase, a lane or another zone is named, while it is. */
export function ZoneNamer({ zone, onFold }: ZoneNamerProps) {
  const open = useDesk().shaping.value;
  return open && "zone" in open && open.zone === zone ? <NamerForm zone={zone} onFold={onFold} /> : null;
}
