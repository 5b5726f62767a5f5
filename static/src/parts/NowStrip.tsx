import { useState } from "preact/hooks";

import type { Part } from "../board/floor";
import { boardOf } from "../board/items";
import { after, rest } from "./after";
import { useDesk } from "./desk";
import { openCall } from "./floor/arrival";
import { lookOf } from "./floor/look";
import { TimeLeft } from "./floor/TimeLeft";
import { Icon } from "./Icon";
import { isLeading, isWatching } from "./may";
import { silenceFigure } from "./silence";
import { Told } from "./Told";
import { Turnout } from "./Turnout";

const Lead = after("Lead");

/** One line under the top: what is being done now, the task, the time, and the one figure that matters just then. */
export function NowStrip() {
  const desk = useDesk();
  const { say, store, floor, voting } = desk;
  // A ballot may be open while people go on writing: it is what they are asked for now.
  const mode = voting.value.open ? "vote" : store.mode.value;
  const ended = boardOf(store.items.value)?.ended === true;
  const part = ended ? null : floor.current.value;
  const heading = part ? <Now part={part} /> : say(ended ? "closed.title" : `now.${mode}`);
  return (
    <section class={floor.parts.value.length > 0 ? "now with-agenda" : "now"} aria-label={say("now.label")}>
      <h2 class="now-mode">{heading}</h2>
      {!ended && <Task />}
      {ended ? <Ended /> : <Hint />}
      {!ended && <Elsewhere />}
      {!ended && <Here />}
      <Figure />
      {!ended && <TimeLeft />}
      {!ended && isLeading(desk) && <Lead />}
    </section>
  );
}

function Now({ part }: { readonly part: Part }) {
  const { say } = useDesk();
  const { title, tongues } = part;
  if (!tongues.title) return <>{say("now.part", { part: title })}</>;
  return (
    <>
      {say("now.part", { part: "" })}
      <Told text={title} language={tongues.title} />
    </>
  );
}

/** The part's instruction, or the board's question; whoever has read it may put it away until the next one. */
function Task() {
  const { say, boot, floor } = useDesk();
  const [hidden, setHidden] = useState<string | null>(null);
  const part = floor.current.value;
  const task = part?.instruction || boot.board.question;
  const language = part?.instruction ? part.tongues.instruction : boot.board.tongues?.question;
  if (!task || hidden === task) return null;
  return (
    <p class="now-question">
      <span>
        <Told text={task} language={language} />
      </span>
      <button type="button" class="button quiet icon-only" aria-label={say("now.hide")} onClick={() => setHidden(task)}>
        <Icon name="x" />
      </button>
    </p>
  );
}

/** The place of this board that the room looks at: who wrote when it came, or has gone on since, finds it here. */
function Here() {
  const desk = useDesk();
  const zone = lookOf(desk)?.zone;
  const { areas, phases, lanes } = desk.latest.value;
  const place = [...areas, ...phases, ...lanes].find(({ id }) => id === zone);
  if (!place) return null;
  return (
    <button type="button" class="button small now-place" onClick={() => rest.peek()?.goToZone(desk, place.id)}>
      {desk.say("now.place", { zone: place.title || desk.say("place.unplaced") })}
    </button>
  );
}

/** The room works on another board: the way there. Nobody is moved by it. */
function Elsewhere() {
  const desk = useDesk();
  const { say, boot, floor } = desk;
  const { boards = [] } = floor.current.value ?? {};
  const board = boards.includes(boot.board.id) ? undefined : boot.boards.find(({ id }) => boards.includes(id));
  // A call there says so itself.
  if (!board || openCall(desk)?.board.id === board.id) return null;
  return (
    <a class="button small main now-go" href={board.url}>
      {say("now.go", { board: board.title })}
    </a>
  );
}

/** The workshop is over: where what was made is read and downloaded. */
function Ended() {
  const desk = useDesk();
  const { say, boot } = desk;
  return (
    <p class="now-hint">
      {say(isLeading(desk) ? "closed.leading" : "closed.text")}{" "}
      <a href={boot.urls.record ?? boot.urls.leave}>{say("closed.record")}</a>
    </p>
  );
}

/** What one may not do just now, and why. */
function Hint() {
  const desk = useDesk();
  const { say, store } = desk;
  const mode = store.mode.value;
  if (mode === "closed") return <p class="now-hint">{say("closed.reading")}</p>;
  if (isWatching(desk)) return <p class="now-hint">{say("now.observer")}</p>;
  if (isLeading(desk)) return null;
  if (mode === "look") return <p class="now-hint">{say("now.look.hint")}</p>;
  return mode === "vote" ? <p class="now-hint">{say("now.vote.hint")}</p> : null;
}

/** The one figure of the moment: votes left, notes written in silence, or how many voted. */
function Figure() {
  const desk = useDesk();
  const { say, store } = desk;
  const { open, left, ended } = desk.voting.value;
  const last = ended.at(-1);
  if (open) {
    return (
      <p class="now-figure">
        <span class="ballot-title">{open.title}</span>
        <b class="figures">{say("now.left", { count: left, each: open.each })}</b>
      </p>
    );
  }
  if (store.mode.value === "silent") return <p class="now-figure figures of-silence">{silenceFigure(desk)}</p>;
  if (!last) return null;
  return (
    <p class="now-figure figures of-past">
      <span class="turnout">
        <span class="ballot-title">{last.title}</span> <Turnout ballot={last} />
      </span>
      <button type="button" class="button small" onClick={() => (desk.dialog.value = { name: "results" })}>
        {say("results.title")}
      </button>
    </p>
  );
}
