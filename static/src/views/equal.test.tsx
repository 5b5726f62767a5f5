/** Table, List and Board show the same, whatever five people did, in whichever of them it was drawn meanwhile. */

import { act, cleanup, render } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";

import { addNote, AINO, BJORN, CHLOE, FakeLog, makeStore, METHOD, pick, seeded, words } from "../board/makers";
import type { Store } from "../board/store";
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
/** Else as many notes go as come. */
const MORE = 0.05;

await Promise.all(VIEWS.map(fetchView));

const SEVERITY = { key: "severity", title: words("Vakavuus"), type: "scale5" } as const;
const DATA = { key: "data", title: words("antaa tietoa"), from: [], to: [], directed: true } as const;
const method = {
  ...METHOD,
  kinds: METHOD.kinds.map((kind) => ({ ...kind, fields: [SEVERITY] })),
  links: [DATA] as unknown as typeof METHOD.links,
};

/** A matrix draws its cells and what is not placed. */
function somewhere(random: Random) {
  const zone = pick(random, ["zone:apply/pain", "zone:wait/pain", "zone:unplaced"]);
  return { zone, order: pick(random, ["a0", "a1", "a1V", "a2"]) };
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

/** What a page says of each note: its words, its place, its theme, and how many arrows it has. */
function told(page: HTMLElement, view: View): Readonly<Record<string, unknown>> {
  for (const more of page.querySelectorAll<HTMLElement>(".more[aria-expanded=false]")) act(() => more.click());
  const faces = [...page.querySelectorAll<HTMLElement>("[data-note]")].map((face) => {
    const zone = face.closest<HTMLElement>("[data-zone]")?.dataset["zone"];
    const text = face.querySelector(".note-text")?.textContent;
    const said = view === "table" ? inRow(page, face) : onNote(face);
    return [face.dataset["note"], { zone, text, ...said }] as const;
  });
  expect(new Set(faces.map(([id]) => id)).size).toBe(faces.length);
  return Object.fromEntries(faces.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
}

function onNote(face: HTMLElement) {
  const facts = [...face.querySelectorAll(".note-facts > span")].map((fact) => fact.textContent ?? "");
  const links = facts.map((fact) => /^(\d+)(?:\snuol.*)?$/.exec(fact)?.[1]).find((count) => count !== undefined);
  const theme = facts.find((fact) => /^teema\s/.test(fact))?.replace(/^teema\s+/, "") ?? "";
  return { theme, links: Number(links ?? 0) };
}

function inRow(page: HTMLElement, face: HTMLElement) {
  const heads = [...page.querySelectorAll("thead th")].map((head) => head.textContent);
  const words = (title: string) => face.parentElement?.children[heads.indexOf(title)]?.textContent ?? "";
  const has = (title: string) => heads.includes(title);
  return {
    theme: has("Teema") ? words("Teema") : "",
    links: has("Nuolet") ? words("Nuolet").split("\n").filter(Boolean).length : 0,
  };
}

afterEach(cleanup);

test.each([20261122])("after a thousand operations by five people (seed %i)", (seed) => {
  show(<p />); // what jsdom lacks
  const random = seeded(seed);
  const log = new FakeLog();
  const stores = PEOPLE.map((you) => makeStore(log, you, { method }));
  const [, bjorn = stores[0]!] = stores;
  const live = VIEWS.map((view) => ({ view, ...draw(bjorn, view) }));

  for (let done = 0; done < OPERATIONS; done += AT_ONCE) {
    act(() => {
      for (let step = done; step < done + AT_ONCE; step += 1) {
        const store = pick(random, stores);
        const wish = random() < MORE ? addNote(`note:more ${step}`) : anyWish(random, store, `${step}`, somewhere);
        if (wish) store.act(wish);
        for (const operation of store.pending.value) log.decide(store.boot.you, operation);
        for (const each of stores) each.receive(log.since(each.confirmed.value.seq));
      }
    });
  }
  act(() => live.forEach(({ desk }) => desk.holding.show()));

  const [map, list, table] = live.map(({ page, view }) => told(page, view));
  expect(Object.keys(map!).length).toBeGreaterThan(20);
  expect(list).toEqual(map);
  expect(table).toEqual(map);
  cleanup();
  for (const store of stores) {
    for (const view of VIEWS) {
      expect(told(draw(store, view).page, view), `${store.boot.you} in ${view}`).toEqual(map);
      cleanup();
    }
  }
});
