/** All notes of the board as plain text, made from what the browser holds: it works without a line, too. */

import { UNPLACED } from "../board/items";
import type { Note } from "../board/items";
import type { Area } from "../board/place";
import type { Desk } from "./desk";
import { inWords, kindOf, nameOf, saysKind } from "./wording";

/** By place and, within it, by theme; after a ballot with the votes. No names: whoever reads it later was not asked. */
export function notesAsText(desk: Desk, now: Date): string {
  const { boot, say } = desk;
  const areas = desk.latest.value.areas.filter(({ notes, id }) => notes.length > 0 || id !== UNPLACED);
  const day = new Intl.DateTimeFormat(boot.language, { dateStyle: "long", timeStyle: "short" }).format(now);
  const head = [boot.board.title, boot.workshop.title, day, ...(boot.workshop.example ? [say("text.example")] : [])];
  const parts = areas.filter(({ notes }) => notes.length > 0).map((area) => areaAsText(desk, area));
  return `${[head.join("\n"), ...(parts.length > 0 ? parts : [say("note.none")])].join("\n\n")}\n`;
}

/** Hand the text over as a file of its own. */
export function downloadNotes(desk: Desk, now = new Date()): void {
  const address = URL.createObjectURL(new Blob([notesAsText(desk, now)], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${fileName(desk.boot.board.title)}.txt`;
  document.body.append(link);
  link.click();
  link.remove();
  // A browser that asks where to put it reads it later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function areaAsText(desk: Desk, area: Area): string {
  const name = nameOf(desk, area);
  const groups = new Map<string, Note[]>();
  for (const note of area.notes) {
    const theme = desk.clusterOf.value.get(note.id)?.title ?? "";
    groups.set(theme, [...(groups.get(theme) ?? []), note]);
  }
  const bare = groups.get("") ?? [];
  groups.delete("");
  const themes = [...groups].toSorted(([a], [b]) => a.localeCompare(b, desk.language));
  return [
    name,
    "-".repeat([...name].length),
    ...bare.map((note) => noteAsText(desk, area, note, "")),
    ...themes.flatMap(([theme, notes]) => [
      desk.say("text.theme", { theme }),
      ...notes.map((note) => noteAsText(desk, area, note, "  ")),
    ]),
  ].join("\n");
}

function noteAsText(desk: Desk, area: Area, note: Note, indent: string): string {
  const votes = desk.voting.value.open ? 0 : (desk.voting.value.sums[note.id] ?? 0);
  const facts = [
    ...(saysKind(desk, area, note.kind) ? [inWords(desk, kindOf(desk, note.kind)?.title)] : []),
    ...(votes > 0 ? [desk.say("note.votes", { count: votes })] : []),
    ...(note.private ? [desk.say("silence.own")] : []),
  ].filter(Boolean);
  const text = note.text.split("\n").join(`\n${indent}  `);
  return `${indent}- ${text}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
}

/** Without what some system cannot have in a file's name. */
function fileName(title: string): string {
  return (
    title
      .replace(/[\p{Cc}\\/:*?"<>|]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, 80) || "taulu"
  );
}
