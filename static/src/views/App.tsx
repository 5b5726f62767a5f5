import { useEffect } from "preact/hooks";

import { Announcer } from "../parts/Announcer";
import { useDesk } from "../parts/desk";
import { Coming } from "../parts/Coming";
import { Dialogs } from "../parts/dialogs/Dialogs";
import { useClipboard } from "../parts/clipboard/useClipboard";
import { FindBar } from "../parts/find/FindBar";
import { useFindKey } from "../parts/find/useFindKey";
import { FloorNews } from "../parts/floor/FloorNews";
import { Looking } from "../parts/floor/Looking";
import { ChallengeAside } from "../parts/challenge/ChallengeAside";
import { Rail } from "../parts/floor/Rail";
import { Summons } from "../parts/floor/Summons";
import { FocusKeeper } from "../parts/FocusKeeper";
import { HoldStrip } from "../parts/HoldStrip";
import { LateStrip } from "../parts/late/LateStrip";
import { mayAdd } from "../parts/may";
import { Meanwhile } from "../parts/Meanwhile";
import { News } from "../parts/News";
import { MovedStrip } from "../parts/MovedStrip";
import { NoticeStrip } from "../parts/NoticeStrip";
import { NoRoomStrip } from "../parts/NoRoomStrip";
import { NowStrip } from "../parts/NowStrip";
import { usePresentKey } from "../parts/present/usePresentKey";
import { Refusals } from "../parts/Refusals";
import { useChooseKeys } from "../parts/several/useChooseKeys";
import { Toolbar } from "../parts/Toolbar";
import { TopBar } from "../parts/TopBar";
import { useKeyboard } from "../parts/useKeyboard";
import { useNarrow } from "../parts/useNarrow";
import { useWriteHere } from "../parts/write-here";
import { Closed } from "./Closed";
import { ListView } from "./list/ListView";
import { MapView } from "./map/MapView";
import { ZoomControls } from "./map/ZoomControls";
import { Unreachable } from "./Unreachable";

/** The live board: frame, one of two views of the same notes, and what is open over them. */
export function App() {
  const desk = useDesk();
  const { store, say, view } = desk;
  const narrow = useNarrow();
  useUndoKeys();
  usePresentKey();
  useKeyboard();
  useWriteHere();
  useFindKey();
  useChooseKeys();
  useClipboard();
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
        <HoldStrip />
        <div class="floor">
          <Rail />
          <main id="board" tabIndex={-1}>
            <h2 class="unseen">{say(view.value === "map" ? "board.label" : "list.label")}</h2>
            <p class="unseen" id="note-use">
              {mayAdd(desk) ? say("note.use") : ""}
            </p>
            <FindBar />
            <Refusals />
            {store.ready.value ? <Views /> : <p class="loading">{say("app.loading")}</p>}
          </main>
          {!narrow && <ChallengeAside />}
        </div>
        <MovedStrip />
        <NoticeStrip />
      </div>
      <Dialogs />
      <Announcer />
      <News />
      <FloorNews />
      <Looking />
      <FocusKeeper />
    </>
  );
}

function Views() {
  const { view, several } = useDesk();
  const narrow = useNarrow();
  if (view.value === "list") {
    return (
      <>
        <ListView />
        {(!narrow || several.value) && <Foot />}
      </>
    );
  }
  return (
    <>
      <MapView />
      <Foot zoom />
    </>
  );
}

/** Both bars lie over the board, which keeps room under its last notes for them. */
function Foot({ zoom = false }: { readonly zoom?: boolean }) {
  return (
    <div class="foot">
      <Toolbar />
      {zoom && <ZoomControls />}
    </div>
  );
}

/** Ctrl + Z and its like, anywhere but in a field, where they belong to the text. */
function useUndoKeys(): void {
  const { store } = useDesk();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const inText = (event.target as HTMLElement).closest("input, textarea, select, dialog");
      if (inText || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const back = key === "z" && !event.shiftKey;
      const again = key === "y" || (key === "z" && event.shiftKey);
      if (!back && !again) return;
      event.preventDefault();
      if (back) store.undo();
      else store.redo();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
