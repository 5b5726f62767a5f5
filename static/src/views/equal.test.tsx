/** Table, List and Board show the same, whatever five people did, in whichever of them it was drawn meanwhile. */

import { act, cleanup, render, waitFor } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";

import { addNote, AINO, BJORN, CHLOE, FakeLog, makeStore, methodWith, pick, seeded, SEVERITY } from "../board/makers";
import type { Store } from "../board/store";
import type { Wish } from "../board/operations";
import { anyWish } from "../board/wish-makers";
import type { Random } from "../board/wish-makers";
import { createDesk, DeskContext } from "../parts/desk";
import type { Desk, View } from "../parts/desk";
import { show } from "../parts/makers";
import { speaker } from "../words";
import { fi } from "../words/fi";
import { fetchView, views } from "./views";

const VIEWS: readonly View[] = ["map", "list", "table"];
const PEOPLE = [AINO, BJORN, CHLOE, "p:dan", "p:elli"];
const OPERATIONS = 1000;
/** So many go by between two looks at the board. */
const AT_ONCE = 40;
/** Else as many notes and votes go as come. */
const MORE = 0.1;
/** Each of these is said of some note at the end, or nothing is compared. */
const FACTS = ["theme", "links", "comments", "votes", "made", "pictured"];

await Promise.all(VIEWS.map(fetchView));

const method = methodWith([SEVERITY], "data", "antaa tietoa");

/** A matrix draws its cells and what is not placed. */
function somewhere(random: Random) {
  const zone = pick(random, ["zone:apply/pain", "zone:wait/pain", "zone:unplaced"]);
  return { zone, order: pick(random, ["a0", "a1", "a1V", "a2"]) };
}

function onceMore(random: Random, store: Store, step: number): Wish {
  const add = addNote(`note:more ${step}`);
  const notes = [...store.items.value.keys()].filter((id) => id.startsWith("note:"));
  if (notes.length === 0) return add;
  const vote = { type: "vote.cast", vote: `vote:more ${step}`, ballot: "ballot:1", note: pick(random, notes) } as const;
  return pick(random, [add, add, vote]);
}

/** One person's desk with one view drawn. */
function draw(store: Store, view: View): { readonly desk: Desk; readonly page: HTMLElement } {
  const desk = createDesk(store, speaker("fi", fi));
  desk.view.value = view;
  desk.arrows.value = false;
  const View = views[view].value!;
  const page = document.body.appendChild(document.createElement("div"));
  render(
    <DeskContext.Provider value={desk}>
      <View />
    </DeskContext.Provider>,
    { container: page },
  );
  return { desk, page };
}

/** A long table is drawn a little at a time. */
async function untilWhole(page: HTMLElement): Promise<void> {
  await waitFor(() => {
    const table = page.querySelector("table");
    if (table && String(table.rows.length) !== table.ariaRowCount) throw new Error("rows are still to come");
  });
}

type Told = Readonly<Record<string, unknown>>;

/** What a page says of each note: its words, its place, its theme, its arrows and comments, the votes it was given, how many it was made of, and whether it has a picture. */
async function told(page: HTMLElement, view: View): Promise<Readonly<Record<string, Told>>> {
  await untilWhole(page);
  for (const more of page.querySelectorAll<HTMLElement>(".more[aria-expanded=false]")) act(() => more.click());
  const faces = [...page.querySelectorAll<HTMLElement>("[data-note]")].map((face) => {
    const zone = face.closest<HTMLElement>("[data-zone]")?.dataset["zone"];
    const text = face.querySelector(".note-text")?.textContent;
    const frame = face.closest<HTMLElement>(".note, tr")!;
    const votes = frame.querySelectorAll(".own-votes i").length;
    const pictured = frame.querySelector(".note-picture") !== null;
    const made = factOf(face, /^(\d+)\slapusta/);
    const said = view === "table" ? inRow(page, face) : onNote(face);
    return [face.dataset["note"], { zone, text, votes, pictured, made, ...said }] as const;
  });
  expect(new Set(faces.map(([id]) => id)).size).toBe(faces.length);
  return Object.fromEntries(faces.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
}

const factsOf = (face: HTMLElement) =>
  [...face.querySelectorAll(".note-facts > span")].map((fact) => fact.textContent ?? "");

function factOf(face: HTMLElement, words: RegExp): number {
  return Number(factsOf(face).flatMap((fact) => words.exec(fact)?.[1] ?? [])[0] ?? 0);
}

function onNote(face: HTMLElement) {
  const theme =
    factsOf(face)
      .find((fact) => /^teema\s/.test(fact))
      ?.replace(/^teema\s+/, "") ?? "";
  const comments = factOf(face, /^Avoimia kommentteja: (\d)/);
  return { theme, links: factOf(face, /^(\d+)(?:\snuol.*)?$/), comments };
}

function inRow(page: HTMLElement, face: HTMLElement) {
  const heads = [...page.querySelectorAll("thead th")].map((head) => head.textContent);
  const words = (title: string) => face.parentElement?.children[heads.indexOf(title)]?.textContent ?? "";
  const has = (title: string) => heads.includes(title);
  return {
    theme: has("Teema") ? words("Teema") : "",
    links: has("Nuolet") ? words("Nuolet").split("\n").filter(Boolean).length : 0,
    comments: has("Kommentit") ? Number(words("Kommentit") || 0) : 0,
  };
}

afterEach(cleanup);

// Five people draw three views each of what a thousand operations came to.
vi.setConfig({ testTimeout: 180_000 });

test.each([20261122])("after a thousand operations by five people (seed %i)", async (seed) => {
  show(<p />); // what jsdom lacks
  const random = seeded(seed);
  const log = new FakeLog();
  const stores = PEOPLE.map((you) => makeStore(log, you, { method }));
  const [, bjorn = stores[0]!] = stores;
  stores[0]!.act({ type: "ballot.open", ballot: "ballot:1", title: "Mikä?", each: 9, per_note: 3, over: "notes" });
  const live = VIEWS.map((view) => ({ view, ...draw(bjorn, view) }));

  for (let done = 0; done < OPERATIONS; done += AT_ONCE) {
    act(() => {
      for (let step = done; step < done + AT_ONCE; step += 1) {
        const store = pick(random, stores);
        const wish = random() < MORE ? onceMore(random, store, step) : anyWish(random, store, `${step}`, somewhere);
        store.act(wish);
        for (const operation of store.pending.value) log.decide(store.boot.you, operation);
        for (const each of stores) each.receive(log.since(each.confirmed.value.seq));
      }
    });
  }
  act(() => live.forEach(({ desk }) => desk.holding.show()));

  const [map, list, table] = await Promise.all(live.map(({ page, view }) => told(page, view)));
  expect(Object.keys(map!).length).toBeGreaterThan(20);
  expect(FACTS.filter((fact) => Object.values(map!).every((note) => !note[fact]))).toEqual([]);
  expect(list).toEqual(map);
  expect(table).toEqual(map);
  cleanup();
  for (const store of stores) {
    for (const view of VIEWS) {
      expect(await told(draw(store, view).page, view), `${store.boot.you} in ${view}`).toEqual(map);
      cleanup();
    }
  }
});
