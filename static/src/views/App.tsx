import { useEffect } from "preact/hooks";

import { after, isDue, rest } from "../parts/after";
import { Announcer } from "../parts/Announcer";
import { useDesk } from "../parts/desk";
import { Rail } from "../parts/floor/Rail";
import { HoldStrip } from "../parts/HoldStrip";
import { LateStrip } from "../parts/late/LateStrip";
import { mayAdd } from "../parts/may";
import { NowStrip } from "../parts/NowStrip";
import { TopBar } from "../parts/TopBar";
import { useNarrow } from "../parts/useNarrow";
import { Closed } from "./Closed";
import { Unreachable } from "./Unreachable";
import { fetchView, views } from "./views";

const ChallengeAside = after("ChallengeAside");
const Coming = after("Coming");
const Dialogs = after("Dialogs");
const FindBar = after("FindBar");
const Hands = after("Hands");
const Meanwhile = after("Meanwhile");
const MovedStrip = after("MovedStrip");
const NoRoomStrip = after("NoRoomStrip");
const NoticeStrip = after("NoticeStrip");
const Refusals = after("Refusals");
const ShowsAside = after("ShowsAside");
const Summons = after("Summons");
const WaitingPictures = after("WaitingPictures");

const LABELS = { map: "board.label", list: "list.label", table: "view.table" } as const;

/** The live board: frame, one of the views of the same notes, and what is open over them. */
export function App() {
  const desk = useDesk();
  const { store, say, view } = desk;
  const narrow = useNarrow();
  if (store.turnedAway.value) return <Unreachable />;
  if (store.ready.value && store.mode.value === "closed" && desk.boot.role !== "facilitator") return <Closed />;
  return (
    <>
      <a class="skip" href="#board">
        {say("app.skip")}
      </a>
      <div class="frame">
        <TopBar />
        <NoRoomStrip />
        <NowStrip />
        <Coming />
        <Summons />
        <LateStrip />
        <Meanwhile />
        <WaitingPictures />
        <HoldStrip />
        <div class="floor">
          <Rail />
          <main id="board" tabIndex={-1}>
            <h2 class="unseen">{say(LABELS[view.value])}</h2>
            <p class="unseen" id="note-use">
              {mayAdd(desk) ? say("note.use") : ""}
            </p>
            <FindBar />
            <Refusals />
            {store.ready.value && isDue.value ? <Views /> : <p class="loading">{say("app.loading")}</p>}
          </main>
          {!narrow && <ChallengeAside />}
          {!narrow && <ShowsAside />}
        </div>
        <MovedStrip />
        <NoticeStrip />
      </div>
      <Dialogs />
      <Announcer />
      <Hands />
    </>
  );
}

function Views() {
  const { view } = useDesk();
  const isThere = view.value !== "table" || rest.value !== null; // what the table says comes with the rest
  const Shown = isThere ? views[view.value].value : null;
  useEffect(() => void (views[view.value].peek() ?? fetchView(view.value)), [view.value]);
  return Shown ? <Shown /> : <p class="loading">{useDesk().say("app.loading")}</p>;
}
