import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { excerpt } from "../wording";
import { mayMerge, mergeNotes, sameNotes } from "./merging";

/** Notes that say the same: said to whoever may make them one, and left to them. */
export function SameNotes() {
  const desk = useDesk();
  const { say } = desk;
  const groups = sameNotes(desk).filter((notes) => mayMerge(desk, notes));
  if (groups.length === 0) return null;
  return (
    <>
      <p class="hint">{say("same.what")}</p>
      <ul class="sentences">
        {groups.map((notes) => (
          <li key={notes.map(({ id }) => id).join()}>
            <p>
              <span lang={notes[0]?.lang}>{excerpt(notes[0]?.text ?? "", 90)}</span>{" "}
              <span class="soft">· {say("note.count", { count: notes.length })}</span>
            </p>
            <button
              type="button"
              class="button small"
              aria-label={`${say("tool.merge")}: ${excerpt(notes[0]?.text ?? "")}`}
              onClick={() => mergeNotes(desk, notes)}
            >
              <Icon name="combine" />
              {say("tool.merge")}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
