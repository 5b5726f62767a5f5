import { after } from "../after";
import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { isAddable } from "../may";
import { addWord } from "../wording";
import type { Axis } from "./shaping";

const AdderForm = after("AdderForm");

interface ZoneAdderProps {
  readonly axis: Axis;
  /** How its button looks; what it says is the same everywhere. */
  readonly look: string;
  /** A plus and no word. */
  readonly brief?: boolean;
  readonly onAdded?: (zone: string) => void;
}

/** The plus of a row of phases, lanes or other zones. */
export function AdderButton({ axis, look, brief = false }: Omit<ZoneAdderProps, "onAdded">) {
  const desk = useDesk();
  const word = addWord(desk, axis);
  if (!isAddable(desk, axis)) return null;
  return (
    <button
      type="button"
      id={`add-${axis ?? "zone"}`}
      class={look}
      aria-label={word}
      onClick={() => (desk.shaping.value = { adds: axis })}
    >
      <Icon name="plus" />
      {!brief && <span>{word}</span>}
    </button>
  );
}

/** A name, and Enter: it is there, and the field waits for the next one. */
export function AdderField({ axis, onAdded }: Pick<ZoneAdderProps, "axis" | "onAdded">) {
  const { shaping } = useDesk();
  const open = shaping.value;
  return open && "adds" in open && open.adds === axis ? <AdderForm axis={axis} onAdded={onAdded} /> : null;
}
