import { after } from "./after";
import { chosenNotes } from "./chosen";
import { useDesk } from "./desk";
import { FindButton } from "./find/FindButton";
import { Icon } from "./Icon";
import { mayAdd } from "./may";
import { SeveralButton } from "./several/SeveralButton";
import { useShortcut } from "./shortcut";
import { UndoButtons } from "./UndoButtons";

const ToolsInHand = after("ToolsInHand");

/** One toolbar for what is in hand: adding, what can be done to the chosen notes, and taking back. */
export function Toolbar() {
  const desk = useDesk();
  const { say, several } = desk;
  const notes = chosenNotes(desk);
  const shortcut = useShortcut("N");
  return (
    <div class="toolbar" role="toolbar" aria-label={say("tool.label")}>
      {mayAdd(desk) && (
        <button type="button" class="tool main" {...shortcut} onClick={() => (desk.dialog.value = { name: "add" })}>
          <Icon name="plus" />
          <span>{say("tool.add")}</span>
        </button>
      )}
      {(notes.length > 0 || several.value) && <ToolsInHand notes={notes} />}
      <span class="rule" aria-hidden="true" />
      <SeveralButton brief={notes.length > 0} />
      <UndoButtons />
      <FindButton brief={notes.length > 0} />
    </div>
  );
}
