import { useComputed } from "@preact/signals";

import type { Note, Zone } from "../board/items";
import { after, rest } from "./after";
import { chosenAfter } from "./chosen";
import { domId } from "./dom-id";
import { useDesk } from "./desk";
import type { Desk } from "./desk";
import { FoundMark } from "./find/FoundMark";
import { Icon } from "./Icon";
import { mayWrite } from "./may";
import { NoteFacts } from "./NoteFacts";
import { NoteText } from "./NoteText";
import { ofNote } from "./refused";
import { NoteCheck } from "./several/NoteCheck";
import { VoteRow } from "./VoteRow";
import { isVotedOn } from "./voting";
import { kindOf, inWords, saysKind } from "./wording";

const Alternatives = after("Alternatives");
const NoteActions = after("NoteActions");
const NoteEditor = after("NoteEditor");
const LinkHandle = after("LinkHandle");
const NotePicture = after("NotePicture");
const RefusedStrip = after("RefusedStrip");
const TiesOfNote = after("TiesOfNote");

interface NoteCardProps {
  readonly note: Note;
  /** Where it is shown; the item, not the area, so that a note is drawn anew only when it or its zone has changed. */
  readonly zone: Zone;
  /** The zone's one Tab stop. */
  readonly stop: boolean;
}

/** One note: its kind, its text as its author wrote it, and how it stands. Never a button in a button. */
export function NoteCard({ note, zone, stop }: NoteCardProps) {
  const desk = useDesk();
  const { store, say, inHand, view } = desk;
  const kind = kindOf(desk, note.kind);
  const states = useStates(desk, note.id);
  const { chosen, writing, checks, at } = states;
  const isAlone = useComputed(() => inHand.value.size === 1 && !desk.several.value).value;
  const { open } = desk.voting.value;
  const mixed = saysKind(desk, zone, note.kind);
  const id = domId(note.id);
  return (
    <div
      class={classes(kind?.tint ?? "neutral", { ...states, "left-out": note.out === true, laid: note.ground === true })}
    >
      {checks && <NoteCheck note={note} chosen={chosen} reachable={stop} />}
      {at && <FoundMark note={note.id} />}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the zone listens for its notes' keys */}
      <div
        class="note-face"
        data-note={note.id}
        role="group"
        tabIndex={stop ? 0 : -1}
        aria-labelledby={`${id}-kind ${id}-text ${id}-facts`}
        aria-describedby="note-use"
        onClick={(event) => !writing && chooseBy(event, desk, note.id)}
        onDblClick={() => {
          if (mayWrite(desk, note)) desk.writing.value = note.id;
        }}
        onPointerDown={(event) => rest.peek()?.grip(event, desk, note)}
      >
        {chosen && <span class="chosen-mark">{say("note.chosen")}</span>}
        {writing && <NoteEditor note={note} />}
        {!writing && !note.erased && <NoteText note={note} id={`${id}-text`} reachable={stop} />}
        {!writing && note.erased && (
          <p class="note-text erased" id={`${id}-text`}>
            {say("note.erased")}
          </p>
        )}
        {note.picture && <NotePicture note={note} reachable={stop} />}
        <div class="note-foot">
          <span class={mixed ? "note-kind" : "unseen"} id={`${id}-kind`}>
            {kind && <Icon name={kind.icon} />}
            <span>{inWords(desk, kind?.title)}</span>
          </span>
          <NoteFacts note={note} id={`${id}-facts`} chosen={chosen} />
        </div>
      </div>
      {open && isVotedOn(open, zone) && <VoteRow target={note.id} text={note.text} reachable={stop} />}
      {note.alternatives && <Alternatives note={note} reachable={stop} />}
      {ofNote(store.refusals.value, note.id).map((refused) => (
        <RefusedStrip key={refused.op} refused={refused} beside />
      ))}
      {view.value === "list" && <TiesOfNote note={note} reachable={stop} />}
      {view.value === "map" && chosen && isAlone && !writing && <LinkHandle note={note} />}
      {view.value === "list" && chosen && isAlone && !writing && <NoteActions note={note} />}
    </div>
  );
}

/** How it stands just now; drawn anew only when one of them has changed. */
function useStates(desk: Desk, note: string) {
  const { inHand, store, several, view, find, tracing } = desk;
  return {
    chosen: useComputed(() => inHand.value.has(note)).value,
    waiting: useComputed(() => store.waiting.value.has(note)).value,
    writing: useComputed(() => desk.writing.value === note).value,
    checks: useComputed(() => several.value && view.value === "list").value,
    faded: useComputed(() => view.value === "map" && tracing.value.size > 0 && !tracing.value.has(note)).value,
    found: useComputed(() => find.numbers.value.has(note)).value,
    at: useComputed(() => find.at.value === note && find.numbers.value.has(note)).value,
  };
}

/** A click chooses, except on what has a click of its own. */
function chooseBy(event: MouseEvent, desk: Desk, note: string): void {
  if ((event.target as Element).closest("button, textarea, a")) return;
  const joins = desk.several.peek() || event.shiftKey || event.ctrlKey || event.metaKey;
  if (event.shiftKey) getSelection()?.removeAllRanges(); // what a browser marks between two such clicks
  desk.inHand.value = chosenAfter(desk.inHand.peek(), note, joins);
}

function classes(tint: string, states: Readonly<Record<string, boolean>>): string {
  const on = Object.entries(states).filter(([, is]) => is);
  return ["note", `tint-${tint}`, ...on.map(([name]) => name)].join(" ");
}
