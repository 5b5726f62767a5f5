import type { Note } from "../board/items";
import { settleNote } from "./acts";
import { useDesk } from "./desk";
import { mayRewrite } from "./may";
import { excerpt, nameOfPerson } from "./wording";

/** Two people wrote the same words differently: both texts stay until somebody chooses. */
export function Alternatives({ note, reachable }: { readonly note: Note; readonly reachable: boolean }) {
  const desk = useDesk();
  const { say } = desk;
  const alternatives = note.alternatives ?? [];
  if (alternatives.length === 0) return null;
  const keep = (choice: "text" | number, text: string) => {
    settleNote(desk, note, choice);
    desk.tell(say("alternatives.kept", { text: excerpt(text) }));
  };
  const choices = [
    { choice: "text" as const, who: say("alternatives.now"), text: note.text },
    ...alternatives.map(({ text, by }, i) => ({ choice: i, who: titleOf(nameOfPerson(desk, by)), text })),
  ];
  return (
    <div class="strip alternatives">
      <p class="strip-title">{say("alternatives.title")}</p>
      <ul>
        {choices.map(({ choice, who, text }) => (
          <li key={choice}>
            <p>
              <b>{who}:</b> <span lang={note.lang}>{text}</span>
            </p>
            {mayRewrite(desk, note) && (
              <button
                type="button"
                class="button small"
                tabIndex={reachable ? 0 : -1}
                aria-label={`${say("alternatives.keep")}: ${excerpt(text)}`}
                onClick={() => keep(choice, text)}
              >
                {say("alternatives.keep")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );

  function titleOf(name: string): string {
    return name ? say("alternatives.by", { name }) : say("alternatives.other");
  }
}
