import type { Note } from "../board/items";
import { removeNotes } from "./acts";
import { copyBeside } from "./clipboard/copies";
import { openComments } from "./comments/commenting";
import { useDesk } from "./desk";
import { Icon } from "./Icon";
import { leaveOut, mayLeaveOut } from "./late/tidying";
import { mayTie, openTie } from "./register/tie";
import { mayChange, mayErase, mayRewrite, mayWrite } from "./may";
import { waySplit } from "./several/split";

/** What can be done to a note, in words, under the note itself: the way without dragging or keys. */
export function NoteActions({ note }: { readonly note: Note }) {
  const desk = useDesk();
  const { say, dialog, boot } = desk;
  const [may, writes, whole] = [mayChange(desk, note), mayWrite(desk, note), mayRewrite(desk, note)];
  const erase = { name: "erase", note: note.id, text: note.text } as const;
  const all = [
    { word: say("tool.write"), icon: "pencil", may: writes, act: () => (desk.writing.value = note.id) },
    { word: say("tool.move"), icon: "move", may, act: () => (dialog.value = { name: "move", notes: [note.id] }) },
    {
      word: say("tool.fields"),
      icon: "list",
      may: writes,
      act: () => (dialog.value = { name: "fields", notes: [note.id] }),
    },
    {
      word: say("tool.link"),
      icon: "spline",
      may: may && boot.method.links.length > 0,
      act: () => (dialog.value = { name: "link", from: note.id }),
    },
    {
      word: say("tool.cluster"),
      icon: "layers",
      may,
      act: () => (dialog.value = { name: "cluster", notes: [note.id] }),
    },
    { word: say("tool.tie"), icon: "book-open", may: mayTie(desk, note), act: () => openTie(desk, note.id) },
    { word: say("tool.comment"), icon: "message-square", act: () => openComments(desk, note.id) },
    { ...waySplit(desk, note) },
    {
      word: say("merged.open"),
      icon: "combine",
      may: note.merged !== undefined,
      act: () => (dialog.value = { name: "merged", note: note.id }),
    },
    { word: say("tool.copy"), icon: "copy", may, act: () => copyBeside(desk, [note]) },
    { word: say("tool.remove"), icon: "trash-2", may: whole, act: () => removeNotes(desk, [note]) },
    { word: say("tool.erase"), icon: "eraser", may: may && mayErase(desk, note), act: () => (dialog.value = erase) },
  ];
  const actions = all.filter(({ may = true }) => may);
  return (
    <div class="note-actions" role="group" aria-label={say("note.actions")}>
      {actions.map(({ word, icon, act }) => (
        <button key={icon} type="button" class="button small" onClick={act}>
          <Icon name={icon} />
          {word}
        </button>
      ))}
      {mayLeaveOut(desk) && (
        <button type="button" class="button small" onClick={() => leaveOut(desk, [note], !note.out)}>
          <Icon name={note.out ? "check" : "eye-off"} />
          {say(note.out ? "out.back" : "out.leave")}
        </button>
      )}
    </div>
  );
}
