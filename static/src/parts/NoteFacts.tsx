import { useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";

import type { Note } from "../board/items";
import type { Store } from "../board/store";
import { after } from "./after";
import { useDesk } from "./desk";
import type { Desk } from "./desk";
import { Icon } from "./Icon";
import { isMineNow } from "./may";
import { LeadBadge } from "./people/LeadBadge";
import { useLate } from "./useLate";
import { VoteDots } from "./VoteDots";
import { isBroken, nameOfPerson, stateWords } from "./wording";

const MoreFacts = after("MoreFacts");

const QUICK_MILLISECONDS = 900;

interface NoteFactsProps {
  readonly note: Note;
  readonly id: string;
  readonly chosen: boolean;
}

/** The small print of a note: votes, theme, arrows, who wrote it, who writes in it, and whether it is safe. */
export function NoteFacts({ note, id, chosen }: NoteFactsProps) {
  const desk = useDesk();
  const { say } = desk;
  const votes = desk.voting.value.open ? 0 : (desk.voting.value.sums[note.id] ?? 0);
  const cluster = desk.clusterOf.value.get(note.id);
  const links = useComputed(() => desk.linksOf.value.get(note.id)).value ?? [];
  const broken = links.find(({ state }) => isBroken(state));
  const author = authorOf(desk, note);
  const full = chosen || desk.view.value === "list";
  return (
    <div class="note-facts" id={id}>
      <Standing note={note} />
      {votes > 0 && <VoteDots count={votes} />}
      {links.length > 0 && (
        <span class={desk.view.value === "list" ? "unseen" : "fact"}>
          <Icon name={broken ? "unlink" : "spline"} />
          {full ? say("note.linked", { count: links.length }) : links.length}
          {broken && <b>{stateWords(desk, broken.state)}</b>}
        </span>
      )}
      <MoreFacts note={note} full={full} />
      {cluster && (
        <span class="fact">
          <Icon name="layers" />
          <span class="unseen">{say("note.cluster", { title: "" })}</span>
          {cluster.title}
        </span>
      )}
      {author && (
        <span class={full ? "fact" : "unseen"}>
          {author}
          {isByLeader(desk, note) && <LeadBadge brief />}
        </span>
      )}
      <Lately note={note} />
    </div>
  );
}

interface HowItStandsProps extends Pick<NoteFactsProps, "note"> {
  /** What else is told there. */
  readonly children?: ComponentChildren;
}

/** What is no fact of the note itself: whether it counts, whether it is safe, and who writes in it. */
export function HowItStands({ note, children }: HowItStandsProps) {
  return (
    <div class="note-facts">
      <Standing note={note} />
      {children}
      <Lately note={note} />
    </div>
  );
}

function Lately({ note }: Pick<NoteFactsProps, "note">) {
  const desk = useDesk();
  const { store, say } = desk;
  const waiting = useLate(useComputed(() => store.waiting.value.has(note.id)).value, QUICK_MILLISECONDS);
  const writer = writerOf(desk, note.id);
  return (
    <>
      {isMineNow(desk, note) && <span class="fact">{say("silence.own")}</span>}
      {waiting && (
        <span class="fact">
          <Icon name="refresh-cw" />
          {say(pendingWord(store))}
        </span>
      )}
      {writer !== null && (
        <span class="fact writer">
          <Icon name="pencil" />
          {writer ? say("note.writer", { name: writer }) : say("note.writer.someone")}
        </span>
      )}
    </>
  );
}

/** Whether it counts, and whether anybody may change it. */
function Standing({ note }: Pick<NoteFactsProps, "note">) {
  const { say } = useDesk();
  return (
    <>
      {note.out && (
        <span class="fact">
          <Icon name="eye-off" />
          {say("out.fact")}
        </span>
      )}
      {note.fixed && (
        <span class="fact">
          <Icon name="lock" />
          {say("note.fixed")}
        </span>
      )}
    </>
  );
}

/** What is said of a change that waits: only what is true of all that wait is said of one. */
function pendingWord({ away, mark }: Store): "note.pending" | "note.waiting" | "note.waiting.loose" {
  if (!away.value) return "note.pending";
  return mark.value.loose > 0 ? "note.waiting.loose" : "note.waiting";
}

/** Who else writes in this note just now: a name, empty where no names are shown, null if nobody does. */
export function writerOf(desk: Desk, note: string): string | null {
  const person = desk.writers.value.get(note);
  return person === undefined ? null : nameOfPerson(desk, person);
}

/** Only where the name is shown: elsewhere it would tell who wrote it. */
function isByLeader(desk: Desk, note: Note): boolean {
  const person = note.author === undefined ? undefined : desk.store.people.value.get(note.author);
  return desk.board.value?.authors === "names" && person?.role === "facilitator";
}

/** Who wrote it, as this board shows it. */
export function authorOf(desk: Desk, note: Note): string {
  const { authors } = desk.board.value ?? {};
  if (authors === "names") return nameOfPerson(desk, note.author);
  return authors === "organisations" ? (note.organisation ?? "") : "";
}
