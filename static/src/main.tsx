/** Starts the live board: reads what the page says, loads one language, connects, and draws. */

import "./older";

import "@fontsource-variable/source-sans-3/index.css";
import "../css/suomifi.css";
import "../css/base.css";
import "../css/board.css";

import { effect } from "@preact/signals";
import { render } from "preact";

import type { Boot } from "./board/boot";
import { createFloor, floorSeat } from "./board/floor";
import { createStore } from "./board/store";
import type { Store } from "./board/store";
import { fetchRest, waitNoMore } from "./parts/after";
import { createDesk, DeskContext, viewOf } from "./parts/desk";
import { sweep } from "./parts/kept";
import { createWhere } from "./parts/pointers/where";
import { App } from "./views/App";
import { fetchView } from "./views/views";
import { begin } from "./wire/begin";
import { bellOf } from "./wire/bell";
import { Keeper, SHELF_PATIENCE_MS } from "./wire/keeping";
import { warnBeforeLeaving } from "./wire/leaving";
import { Shelf, sweepShelf } from "./wire/shelf";
import { speak } from "./words";

async function start(): Promise<void> {
  const data = document.getElementById("boot");
  const root = document.getElementById("app");
  if (!data || !root || document.documentElement.classList.contains("too-old")) return;
  const boot = JSON.parse(data.textContent ?? "") as Boot;
  const store = createStore(boot);
  const { document: board, you } = boot;
  const keeper = new Keeper(store, new Shelf(board, you), board, bellOf(you));
  const wire = begin(store, boot);
  const floor = createFloor(boot);
  const seat = floorSeat(boot);
  if (seat) void begin(floor, seat);
  const view = viewOf(boot).peek();
  const [say] = await Promise.all([speak(boot.language), fetchView(view)]);
  // What was written before stands before what is written now.
  await Promise.race([keeper.begun, new Promise((done) => setTimeout(done, SHELF_PATIENCE_MS))]);
  const desk = createDesk(store, say, floor);
  const where = createWhere((here) => void wire.then((line) => line.here(here)));
  desk.here = where.work;
  desk.point = where.point;
  warnBeforeLeaving(store);
  warnBeforeLeaving(floor);
  sweep();
  void sweepShelf().catch(() => undefined); // where nothing may be kept, nothing is too old
  root.replaceChildren();
  render(
    <DeskContext.Provider value={desk}>
      <App />
    </DeskContext.Provider>,
    root,
  );
  void fetchRest(boot.language);
  await there(store);
  waitNoMore();
  void fetchView(view === "map" ? "list" : "map");
}

/** The first state has come. */
function there(store: Store): Promise<void> {
  return new Promise((done) => {
    effect(() => {
      if (store.ready.value) done();
    });
  });
}

void start();
