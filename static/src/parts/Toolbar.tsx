import { isNote } from "../board/items";
import type { Note } from "../board/items";
import { removeNotes } from "./acts";
import { useDesk } from "./desk";
import type { Desk } from "./desk";
import { FindButton } from "./find/FindButton";
import { Icon } from "./Icon";
import { mayAdd, mayChange, mayErase, mayRewrite, mayWrite } from "./may";
import { UndoButtons } from "./UndoButtons";

interface Tool {
  readonly word: string;
  readonly icon: string;
  /** Drawn without its word, which is told all the same. */
  readonly only?: boolean;
  readonly act: () => void;
}

/** One toolbar for what is in hand: adding, what can be done to the chosen notes, and taking back. */
export function Toolbar() {
  const desk = useDesk();
  const { say, inHand, store } = desk;
  const notes = [...inHand.value].map((id) => store.items.value.get(id)).filter(isNote);
  const mine = notes.filter((note) => mayChange(desk, note));
  const may = mayAdd(desk);
  return (
    <div class="toolbar" role="toolbar" aria-label={say("tool.label")}>
      {may && (
        <button type="button" class="tool main" onClick={() => (desk.dialog.value = { name: "add" })}>
          <Icon name="plus" />
          <span>{say("tool.add")}</span>
        </button>
      )}
      {mine.length > 0 && (
        <>
          <span class="rule" aria-hidden="true" />
          {mine.length > 1 && <span class="in-hand figures">{say("tool.inhand", { count: mine.length })}</span>}
          {toolsFor(desk, mine).map(({ word, icon, only = false, act }) => (
            <button
              key={icon}
              type="button"
              class={only ? "tool icon-only" : "tool"}
              title={only ? word : undefined}
              onClick={act}
            >
              <Icon name={icon} />
              <span class={only ? "unseen" : undefined}>{word}</span>
            </button>
          ))}
          <button
            type="button"
            class="tool icon-only"
            aria-label={say("tool.release")}
            onClick={() => (inHand.value = new Set())}
          >
            <Icon name="x" />
          </button>
        </>
      )}
      <span class="rule" aria-hidden="true" />
      <UndoButtons />
      <FindButton />
    </div>
  );
}

function toolsFor(desk: Desk, notes: readonly Note[]): readonly Tool[] {
  const { say, dialog, boot } = desk;
  const ids = notes.map(({ id }) => id);
  const one = notes.length === 1 ? notes[0] : undefined;
  const whole = notes.every((note) => mayRewrite(desk, note));
  const writes = one !== undefined && mayWrite(desk, one);
  const tools: (Tool | false | undefined)[] = [
    writes && { word: say("tool.write"), icon: "pencil", act: () => (desk.writing.value = one.id) },
    { word: say("tool.move"), icon: "move", act: () => (dialog.value = { name: "move", notes: ids }) },
    boot.method.links.length > 0 &&
      one && { word: say("tool.link"), icon: "spline", act: () => (dialog.value = { name: "link", from: one.id }) },
    { word: say("tool.cluster"), icon: "layers", act: () => (dialog.value = { name: "cluster", notes: ids }) },
    writes && { word: say("tool.fields"), icon: "list", act: () => (dialog.value = { name: "fields", notes: ids }) },
    whole && { word: say("tool.remove"), icon: "trash-2", act: () => removeNotes(desk, notes) },
    one !== undefined &&
      mayErase(desk, one) && {
        word: say("tool.erase"),
        icon: "eraser",
        only: true,
        act: () => (dialog.value = { name: "erase", note: one.id, text: one.text }),
      },
  ];
  return tools.filter((tool): tool is Tool => Boolean(tool));
}
