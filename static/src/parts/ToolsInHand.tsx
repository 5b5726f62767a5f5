import type { Note } from "../board/items";
import { copyBeside } from "./clipboard/copies";
import { openComments } from "./comments/commenting";
import { useDesk } from "./desk";
import type { Desk } from "./desk";
import { Icon } from "./Icon";
import { leaveOut, mayLeaveOut } from "./late/tidying";
import { mayMerge, mergeNotes } from "./merged/merging";
import { mayChange, mayErase, mayRewrite, mayWrite } from "./may";
import { kindsOf } from "./several/kinds";
import { removeSeveral } from "./several/several";
import { waySplit } from "./several/split";
import { letGo } from "./several/useChooseKeys";

interface Tool {
  readonly word: string;
  readonly icon: string;
  /** Drawn without its word, which is told all the same. */
  readonly only?: boolean;
  readonly act: () => void;
  /** Its word gives way first where there is no room for all. */
  readonly brief?: boolean;
}

/** What can be done to the chosen notes. */
export function ToolsInHand({ notes }: { readonly notes: readonly Note[] }) {
  const desk = useDesk();
  const { say, several } = desk;
  const mine = notes.filter((note) => mayChange(desk, note));
  const talked = notes.length === 1 && !several.value ? notes[0] : undefined;
  if (mine.length === 0 && !several.value && !talked) return null;
  return (
    <>
      <span class="rule" aria-hidden="true" />
      {(notes.length > 1 || several.value) && (
        <span class="in-hand figures">{say("tool.inhand", { count: notes.length })}</span>
      )}
      {[...toolsFor(desk, mine), ...(talked ? [commentTool(desk, talked)] : [])].map(
        ({ word, icon, act, brief = false, only = false }) => (
          <button
            key={icon}
            type="button"
            class={only ? "tool icon-only" : brief ? "tool brief" : "tool"}
            title={only ? word : undefined}
            aria-label={only ? word : undefined}
            onClick={act}
          >
            <Icon name={icon} />
            {!only && <span>{word}</span>}
          </button>
        ),
      )}
      <button type="button" class="tool icon-only" aria-label={say("tool.release")} onClick={() => letGo(desk)}>
        <Icon name="x" />
      </button>
    </>
  );
}

function commentTool(desk: Desk, { id }: Note): Tool {
  return { word: desk.say("tool.comment"), icon: "message-square", act: () => openComments(desk, id), brief: true };
}

function toolsFor(desk: Desk, notes: readonly Note[]): readonly Tool[] {
  const { say, dialog, boot } = desk;
  const ids = notes.map(({ id }) => id);
  const one = notes.length === 1 ? notes[0] : undefined;
  const whole = notes.some((note) => mayRewrite(desk, note));
  const writes = one !== undefined && mayWrite(desk, one);
  const isOut = notes.every(({ out }) => out);
  const split = one && waySplit(desk, one);
  if (notes.length === 0) return [];
  const tools: (Tool | false | undefined)[] = [
    writes && { word: say("tool.write"), icon: "pencil", act: () => (desk.writing.value = one.id) },
    { word: say("tool.move"), icon: "move", act: () => (dialog.value = { name: "move", notes: ids }) },
    boot.method.links.length > 0 &&
      one && { word: say("tool.link"), icon: "spline", act: () => (dialog.value = { name: "link", from: one.id }) },
    { word: say("tool.cluster"), icon: "layers", act: () => (dialog.value = { name: "cluster", notes: ids }) },
    notes.some((note) => mayWrite(desk, note)) && {
      word: say("tool.fields"),
      icon: "list",
      act: () => (dialog.value = { name: "fields", notes: ids }),
    },
    mayMerge(desk, notes) && { word: say("tool.merge"), icon: "combine", act: () => mergeNotes(desk, notes) },
    split?.may && split,
    one?.merged && {
      word: say("merged.open"),
      icon: "combine",
      act: () => (dialog.value = { name: "merged", note: one.id }),
    },
    mayLeaveOut(desk) && {
      word: say(isOut ? "late.take" : "late.leave"),
      icon: isOut ? "check" : "eye-off",
      act: () => leaveOut(desk, notes, !isOut),
    },
    { word: say("tool.copy"), icon: "copy", act: () => copyBeside(desk, notes), brief: true },
    whole &&
      kindsOf(desk, notes).length > 1 && {
        word: say("tool.kind"),
        icon: "shapes",
        act: () => (dialog.value = { name: "kind", notes: ids }),
      },
    whole && { word: say("tool.remove"), icon: "trash-2", act: () => removeSeveral(desk, notes) },
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
