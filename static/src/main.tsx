/** Starts the live board: reads what the page says, loads one language, connects, and draws. */

import "./older";

import "@fontsource-variable/source-sans-3/index.css";
import "../css/suomifi.css";
import "../css/base.css";
import "../css/board.css";

import { render } from "preact";

import type { Boot } from "./board/boot";
import { createFloor, floorSeat } from "./board/floor";
import { createStore } from "./board/store";
import { createDesk, DeskContext } from "./parts/desk";
import { keepPending } from "./parts/kept-texts";
import { createWhere } from "./parts/pointers/where";
import { App } from "./views/App";
import { warnBeforeLeaving } from "./wire/leaving";
import { connect } from "./wire/socket";
import { speak } from "./words";

async function start(): Promise<void> {
  const data = document.getElementById("boot");
  const root = document.getElementById("app");
  if (!data || !root || document.documentElement.classList.contains("too-old")) return;
  const boot = JSON.parse(data.textContent ?? "") as Boot;
  const store = createStore(boot);
  keepPending(store);
  const wire = connect(store, boot);
  const floor = createFloor(boot);
  const seat = floorSeat(boot);
  if (seat) connect(floor, seat);
  const desk = createDesk(store, await speak(boot.language), floor);
  const where = createWhere((here) => wire.here(here));
  desk.here = where.work;
  desk.point = where.point;
  warnBeforeLeaving(store);
  warnBeforeLeaving(floor);
  root.replaceChildren();
  render(
    <DeskContext.Provider value={desk}>
      <App />
    </DeskContext.Provider>,
    root,
  );
}

void start();
