import { isNote } from "../board/items";
import type { Note } from "../board/items";
import { removeNotes } from "./acts";
import { useDesk } from "./desk";
import type { Desk } from "./desk";
import { FindButton } from "./find/FindButton";
import { Icon } from "./Icon";
import { leaveOut, mayLeaveOut, mayMerge, mergeNotes } from "./late/tidying";
import { mayAdd, mayChange, mayRewrite } from "./may";
import { UndoButtons } from "./UndoButtons";

interface Tool {
  readonly word: string;
  readonly icon: string;
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
          {toolsFor(desk, mine).map(({ word, icon, act }) => (
            <button key={icon} type="button" class="tool" onClick={act}>
              <Icon name={icon} />
              <span>{word}</span>
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
  const isOut = notes.every(({ out }) => out);
  const tools: (Tool | false | undefined)[] = [
    whole && one && { word: say("tool.write"), icon: "pencil", act: () => (desk.writing.value = one.id) },
    { word: say("tool.move"), icon: "move", act: () => (dialog.value = { name: "move", notes: ids }) },
    boot.method.links.length > 0 &&
      one && { word: say("tool.link"), icon: "spline", act: () => (dialog.value = { name: "link", from: one.id }) },
    { word: say("tool.cluster"), icon: "layers", act: () => (dialog.value = { name: "cluster", notes: ids }) },
    whole &&
      one && { word: say("tool.fields"), icon: "list", act: () => (dialog.value = { name: "fields", notes: ids }) },
    mayMerge(desk, notes) && { word: say("tool.merge"), icon: "combine", act: () => mergeNotes(desk, notes) },
    mayLeaveOut(desk) && {
      word: say(isOut ? "out.back" : "out.leave"),
      icon: isOut ? "check" : "eye-off",
      act: () => leaveOut(desk, notes, !isOut),
    },
    whole && { word: say("tool.remove"), icon: "trash-2", act: () => removeNotes(desk, notes) },
  ];
  return tools.filter((tool): tool is Tool => Boolean(tool));
}
