import { useDesk } from "../desk";
import { Icon } from "../Icon";

/** What a wide screen has in its toolbar: finding notes and choosing several of them. */
export function NotesButtons() {
  const { say, dialog, find, several } = useDesk();
  const buttons = [
    { word: say("find.label"), icon: "search", act: () => (find.text.value ??= "") },
    { word: say("several.button"), icon: "list-checks", act: () => (several.value = true) },
  ];
  return (
    <>
      {buttons.map(({ word, icon, act }) => (
        <button
          key={icon}
          type="button"
          class="button"
          onClick={() => {
            dialog.value = null;
            act();
          }}
        >
          <Icon name={icon} />
          {word}
        </button>
      ))}
    </>
  );
}
