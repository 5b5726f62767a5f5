import { useState } from "preact/hooks";

import { boardOf } from "../board/items";
import { Turnout } from "./dialogs/BallotControl";
import { useDesk } from "./desk";
import { Icon } from "./Icon";
import { isLeading, isWatching } from "./may";
import { silenceFigure } from "./silence";

/** One line under the top: what is being done now, the question, and the one figure that matters just then. */
export function NowStrip() {
  const desk = useDesk();
  const { say, boot, store } = desk;
  const [hidden, setHidden] = useState(false);
  const mode = store.mode.value;
  const ended = boardOf(store.items.value)?.ended === true;
  return (
    <section class="now" aria-label={say("now.label")}>
      <h2 class="now-mode">{say(ended ? "closed.title" : `now.${mode}`)}</h2>
      {!hidden && !ended && boot.board.question && (
        <p class="now-question">
          {boot.board.question}
          <button
            type="button"
            class="button quiet icon-only"
            aria-label={say("now.hide")}
            onClick={() => setHidden(true)}
          >
            <Icon name="x" />
          </button>
        </p>
      )}
      {ended ? <Ended /> : <Hint />}
      <Figure />
    </section>
  );
}

/** The workshop is over: where what was made is read and downloaded. */
function Ended() {
  const { say, boot } = useDesk();
  return (
    <p class="now-hint">
      {say("closed.text")} <a href={boot.urls.record ?? boot.urls.leave}>{say("closed.record")}</a>
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
      <span class="ballot-title">{last.title}</span> <Turnout ballot={last} />
    </p>
  );
}
