/** Themes that are offered, made one and made two: nothing happens before somebody says so, and all is taken back. */

import { act, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { isCluster } from "../../board/items";
import { Dialogs } from "../dialogs/Dialogs";
import { show } from "../makers";
import type { Setting } from "../makers";
import { Relations } from "../Relations";

const TEXTS = ["Jonot ovat pitkiä", "Jonossa ei näe paikkaansa", "Maksu katosi", "Maksun viite puuttui"];
const QUEUES = { title: "Jonot", notes: ["note:0", "note:1"] };
const FEES = { title: "Maksu", notes: ["note:2", "note:3"] };

let answer: () => Promise<Response>;

beforeEach(() => {
  answer = () => Promise.resolve(Response.json({ unread: 0, themes: [QUEUES, FEES] }));
  vi.stubGlobal("fetch", () => answer());
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function shown(mode = "open"): Setting {
  return show(
    <>
      <Relations level={2} />
      <Dialogs />
    </>,
    { notes: TEXTS, mode },
  );
}

function themes({ store }: Setting): Record<string, readonly string[]> {
  const clusters = [...store.items.value.values()].filter(isCluster);
  return Object.fromEntries(clusters.map(({ title, notes }) => [title, notes]));
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });

it("offers themes and does nothing until one is taken, with the name and the notes that people left in it", async () => {
  const setting = shown();

  press("Ehdota teemoja…");
  const [first] = await screen.findAllByRole("group", { name: "Laput" });
  expect(themes(setting)).toEqual({});
  type(screen.getByDisplayValue("Jonot"), "Jonotus");
  fireEvent.click(within(first as HTMLElement).getByRole("checkbox", { name: "Jonossa ei näe paikkaansa" }));
  press("Ota käyttöön: Jonotus");

  expect(themes(setting)).toEqual({ Jonotus: ["note:0"] });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByDisplayValue("Maksu")));
  press("Jätä pois: Maksu");
  await screen.findByText("Kaikki ehdotukset on käyty läpi.");
  expect(themes(setting)).toEqual({ Jonotus: ["note:0"] });
  act(() => setting.store.undo());
  expect(themes(setting)).toEqual({});
});

it("leaves out what somebody has gathered meanwhile", async () => {
  const setting = shown();

  press("Ehdota teemoja…");
  await screen.findByDisplayValue("Jonot");
  act(() => setting.elsewhere({ type: "cluster.add", cluster: "cluster:x", title: "Odotus", notes: ["note:1"] }));
  press("Ota käyttöön: Jonot");

  expect(themes(setting)).toEqual({ Odotus: ["note:1"], Jonot: ["note:0"] });
});

it("says why there is none, and asks again", async () => {
  answer = () => Promise.resolve(Response.json({ code: "themes.failed", message: "Ei nyt." }, { status: 503 }));
  shown();

  press("Ehdota teemoja…");
  expect((await screen.findByRole("alert")).textContent).toBe("Ei nyt.");
  answer = () => Promise.resolve(Response.json({ unread: 7, themes: [] }));
  press("Ehdota uudelleen");

  await screen.findByText("Lapuista, jotka eivät ole vielä teemassa, ei löytynyt yhteisiä sanoja.");
  screen.getByText("Lappuja on niin paljon, että 7 jäi vertaamatta.");
});

it("is not offered in silence", () => {
  shown("silent");

  expect(screen.queryByRole("button", { name: "Ehdota teemoja…" })).toBeNull();
});

it("makes one theme of two, and two of one, each taken back at once", () => {
  const setting = shown();
  act(() => {
    setting.elsewhere({ type: "cluster.add", cluster: "cluster:1", title: "Jonot", notes: QUEUES.notes });
    setting.elsewhere({ type: "cluster.add", cluster: "cluster:2", title: "Maksu", notes: FEES.notes });
  });

  press("Muokkaa teemaa: Jonot");
  press("Yhdistä toisiin…");
  fireEvent.click(screen.getByRole("checkbox", { name: "Maksu · 2 lappua" }));
  type(screen.getByLabelText("Teeman nimi"), "Asiointi");
  press("Yhdistä");
  expect(themes(setting)).toEqual({ Asiointi: [...QUEUES.notes, ...FEES.notes] });

  press("Muokkaa teemaa: Asiointi");
  press("Jaa kahdeksi…");
  type(screen.getByLabelText("Uuden teeman nimi"), "Viite");
  fireEvent.click(screen.getByRole("checkbox", { name: "Maksun viite puuttui" }));
  press("Jaa");
  expect(themes(setting)).toEqual({ Asiointi: ["note:0", "note:1", "note:2"], Viite: ["note:3"] });

  act(() => setting.store.undo());
  act(() => setting.store.undo());
  expect(themes(setting)).toEqual({ Jonot: QUEUES.notes, Maksu: FEES.notes });
});

it("leaves at least one note in a theme that is split", () => {
  const setting = shown();
  act(() => setting.elsewhere({ type: "cluster.add", cluster: "cluster:1", title: "Jonot", notes: QUEUES.notes }));

  press("Muokkaa teemaa: Jonot");
  press("Jaa kahdeksi…");
  type(screen.getByLabelText("Uuden teeman nimi"), "Kaikki");
  for (const box of screen.getAllByRole("checkbox")) fireEvent.click(box);

  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Jaa" }).disabled).toBe(true);
  screen.getByText("Jätä ainakin yksi lappu entiseen teemaan.");
});
