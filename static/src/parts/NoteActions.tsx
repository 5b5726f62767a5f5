import type { Note } from "../board/items";
import { removeNotes } from "./acts";
import { copyBeside } from "./clipboard/copies";
import { useDesk } from "./desk";
import { Icon } from "./Icon";
import { leaveOut, mayLeaveOut } from "./late/tidying";
import { mayChange, mayRewrite } from "./may";

const REWRITING = new Set(["pencil", "list", "trash-2"]);

/** What can be done to a note, in words, under the note itself: the way without dragging or keys. */
export function NoteActions({ note }: { readonly note: Note }) {
  const desk = useDesk();
  const { say, dialog, boot } = desk;
  if (!mayChange(desk, note)) return null;
  const whole = mayRewrite(desk, note);
  const actions = [
    { word: say("tool.write"), icon: "pencil", act: () => (desk.writing.value = note.id) },
    { word: say("tool.move"), icon: "move", act: () => (dialog.value = { name: "move", notes: [note.id] }) },
    { word: say("tool.fields"), icon: "list", act: () => (dialog.value = { name: "fields", notes: [note.id] }) },
    { word: say("tool.link"), icon: "spline", act: () => (dialog.value = { name: "link", from: note.id }) },
    { word: say("tool.cluster"), icon: "layers", act: () => (dialog.value = { name: "cluster", notes: [note.id] }) },
    { word: say("tool.copy"), icon: "copy", act: () => copyBeside(desk, [note]) },
    { word: say("tool.remove"), icon: "trash-2", act: () => removeNotes(desk, [note]) },
  ].filter(({ icon }) => (whole || !REWRITING.has(icon)) && (icon !== "spline" || boot.method.links.length > 0));
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
