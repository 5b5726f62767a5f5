/** The fewest words for a setting, for tests of what is drawn: a log, a store, a desk, and what jsdom lacks. */

import { cleanup, render } from "@testing-library/preact";
import type { ComponentChildren } from "preact";

import type { Boot } from "../board/boot";
import type { FloorStore } from "../board/floor";
import { addNote, BJORN, FakeLog, makeStore, settle } from "../board/makers";
import type { Wish } from "../board/operations";
import type { Store } from "../board/store";
import { fi } from "../words/fi";
import { speaker } from "../words";
import { fetchRest } from "./after";
import { createDesk, DeskContext } from "./desk";
import type { Desk, View } from "./desk";
import { stay } from "./go-to";

await fetchRest("fi"); // as when the board has stood for a moment

export interface Setting {
  readonly log: FakeLog;
  readonly store: Store;
  readonly desk: Desk;
  /** Have the log answer all that waits. */
  settle(): void;
  /** Somebody else does this, and everybody hears of it. */
  elsewhere(wish: Wish, by?: string): void;
}

interface Wished {
  readonly you?: string;
  readonly mode?: string;
  /** Who may change what notes say; everybody, if not said. */
  readonly rewritten_by?: string;
  readonly view?: View;
  readonly notes?: readonly string[];
  readonly floor?: FloorStore;
  /** The boards that the workshop has. */
  readonly boards?: Boot["boards"];
  /** What else the page says. */
  readonly boot?: Partial<Boot>;
}

/** Draw something on a desk of its own; `notes` are there from the start, in the first cell of pains. */
export function show(children: ComponentChildren, wished: Wished = {}): Setting {
  const { you = BJORN, mode = "open", rewritten_by, view = "map", notes = [], floor, boards = [], boot = {} } = wished;
  cleanup();
  stay(); // what the test before was on its way to may have the name of what is drawn now
  localStorage.clear();
  sessionStorage.clear();
  lend();
  const log = new FakeLog(mode, rewritten_by);
  let ops = 0;
  const decide = (wish: Wish, by: string) => {
    ops += 1;
    const id = `00000000-0000-7000-9000-${String(ops).padStart(12, "0")}`;
    return log.decide(by, { ...wish, id } as Parameters<FakeLog["decide"]>[1]);
  };
  notes.forEach((text, i) => decide(addNote(`note:${i}`, { text, order: `a${i}` }), "p:chloe"));
  const store = makeStore(log, you, { boards, ...boot });
  const desk = createDesk(store, speaker("fi", fi), floor);
  desk.view.value = view;
  render(<DeskContext.Provider value={desk}>{children}</DeskContext.Provider>);
  return {
    log,
    store,
    desk,
    settle: () => settle(log, store),
    elsewhere: (wish, by = "p:chloe") => {
      store.receive([decide(wish, by)]);
    },
  };
}

/** What every browser has and jsdom has not. */
function lend(): void {
  window.matchMedia ??= () => Object.assign(new EventTarget(), { matches: false }) as unknown as MediaQueryList;
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Element.prototype.scrollIntoView ??= () => undefined;
  Element.prototype.scrollTo ??= () => undefined;
  globalThis.CSS ??= {} as typeof CSS;
  CSS.escape ??= (text: string) => text.replace(/[^\w-]/g, (letter) => `\\${letter}`);
  Element.prototype.checkVisibility ??= () => true;
  const dialog = HTMLDialogElement.prototype;
  dialog.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  dialog.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
}
