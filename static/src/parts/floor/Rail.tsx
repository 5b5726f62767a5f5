import type { Part } from "../../board/floor";
import { useDesk } from "../desk";
import { Icon } from "../Icon";

/** The agenda in a narrow column: where the room is. Opening a part tells of it, and lets those who lead go there. */
export function Rail() {
  const { floor, say } = useDesk();
  const parts = floor.parts.value;
  if (parts.length === 0) return null;
  return (
    <nav class="rail" aria-label={say("agenda.title")}>
      <ol>
        {parts.map((part) => (
          <RailPart key={part.id} part={part} />
        ))}
      </ol>
    </nav>
  );
}

function RailPart({ part }: { readonly part: Part }) {
  const { dialog, say } = useDesk();
  const { number, title, stage } = part;
  return (
    <li>
      <button
        type="button"
        class={`rail-part ${stage}`}
        aria-label={`${say("agenda.part", { number, part: title })}, ${say(`agenda.${stage}`)}`}
        aria-current={stage === "current" ? "step" : undefined}
        title={title}
        onClick={() => {
          dialog.value = { name: "agenda", part: part.id };
        }}
      >
        {stage === "done" ? <Icon name="check" /> : number}
      </button>
    </li>
  );
}
