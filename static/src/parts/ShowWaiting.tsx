import { useDesk } from "./desk";
import { focusNote } from "./focus-note";

interface ShowWaitingProps {
  readonly zones: readonly string[];
  /** The heading that this stands at. */
  readonly at: string;
}

/** *4 new – show*: what others put there waits at its heading, so that nothing moves under the eyes of who reads. */
export function ShowWaiting({ zones, at }: ShowWaitingProps) {
  const { holding, say } = useDesk();
  const { waiting } = holding.held.value;
  const here = zones.flatMap((zone) => waiting.get(zone) ?? []);
  const notes = here.flatMap((each) => each.notes);
  const changed = here.reduce((sum, each) => sum + each.changed, 0);
  if (notes.length === 0 && changed === 0) return null;
  const words = notes.length > 0 ? say("held.new", { count: notes.length }) : say("held.changed", { count: changed });
  return (
    <button
      type="button"
      class="button small show-waiting figures"
      aria-label={`${words}: ${at}`}
      onClick={() => {
        holding.show(zones);
        requestAnimationFrame(() => focusNote(notes[0]));
      }}
    >
      {words}
    </button>
  );
}
