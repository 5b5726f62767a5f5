import { useDesk } from "./desk";
import { Icon } from "./Icon";

/** Taking back one's own last act, by name, and doing it again. */
export function UndoButtons() {
  const { store, say, tell } = useDesk();
  const what = store.canUndo.value;
  const again = store.canRedo.value;
  return (
    <>
      <button
        type="button"
        class="tool"
        aria-disabled={what === null}
        onClick={() => {
          if (what === null) return;
          store.undo();
          tell(say("undone", { what }));
        }}
      >
        <Icon name="undo-2" />
        <span>{what === null ? say("tool.undo.none") : say("tool.undo", { what })}</span>
      </button>
      {again !== null && (
        <button
          type="button"
          class="tool"
          onClick={() => {
            store.redo();
            tell(say("redone"));
          }}
        >
          <Icon name="redo-2" />
          <span>{say("tool.redo")}</span>
        </button>
      )}
    </>
  );
}
