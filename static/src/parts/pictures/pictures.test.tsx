// oxlint-disable-next-line import/no-unassigned-import -- gives this page the browser's database
import "fake-indexeddb/auto";

import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { AINO } from "../../board/makers";
import { isOnShelf } from "../../wire/shelf";
import { ListView } from "../../views/list/ListView";
import { Dialogs } from "../dialogs/Dialogs";
import { Hands } from "../Hands";
import { show } from "../makers";
import { waiting } from "./waiting";
import { WaitingPictures } from "./WaitingPictures";

const ID = "a".repeat(64);
const PICTURE = { id: ID, width: 800, height: 600 };
const FILE = new File(["picture"], "seinä.jpg", { type: "image/jpeg" });

let answers: (() => Response | Promise<Response>)[] = [];
const asked: [string, RequestInit | undefined][] = [];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  waiting.value = [];
  answers = [];
  asked.length = 0;
  URL.createObjectURL = () => "blob:picture";
  URL.revokeObjectURL = () => undefined;
  vi.stubGlobal("fetch", (url: string, init?: RequestInit) => {
    asked.push([url, init]);
    return Promise.resolve(answers.shift()?.() ?? new Response(new Blob(["picture"])));
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const taken = () => Response.json(PICTURE, { status: 201 });
const dialog = () => within(screen.getByRole("dialog"));

function board(more: Parameters<typeof show>[1] = {}) {
  return show(
    <>
      <WaitingPictures />
      <ListView />
      <Dialogs />
      <Hands />
    </>,
    { view: "list", ...more },
  );
}

function pasted(files: readonly File[], text = ""): Event {
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { files, getData: (type: string) => (type === "text/plain" ? text : "") } });
  window.dispatchEvent(event);
  return event;
}

async function filled(description: string) {
  fireEvent.input(await screen.findByLabelText("Kuvaus"), { target: { value: description } });
  const add = dialog().getByRole<HTMLButtonElement>("button", { name: "Lisää" });
  await expect.poll(() => add.disabled).toBe(false);
  fireEvent.click(add);
}

it("opens a form for a pasted picture, and leaves words to be words", async () => {
  const { desk } = board();

  pasted([FILE], "Nimi\tIkä");
  expect(desk.dialog.value).toBeNull();
  pasted([new File(["x"], "a.pdf", { type: "application/pdf" })]);
  expect(desk.dialog.value).toBeNull();
  expect(pasted([FILE]).defaultPrevented).toBe(true);

  expect(await screen.findByRole("heading", { name: "Lisää kuva" })).toBeTruthy();
});

it("sends the picture first and then its note, with what it shows", async () => {
  const { store, settle } = board();
  answers = [taken];
  pasted([FILE]);

  await filled("Seinä täynnä lappuja");

  await expect.poll(() => store.pending.value.length).toBe(1);
  expect(asked[0]?.[0]).toBe("/api/v1/boards/b%3A1/pictures");
  settle();
  const added = [...store.items.value.values()].find(({ picture }) => picture);
  expect(added?.["picture"]).toEqual({ ...PICTURE, description: "Seinä täynnä lappuja" });
  expect(added?.["text"]).toBe("Kuva");
  expect(waiting.value).toEqual([]);
});

it("makes a note of each of several pictures that come at once, one after the other", async () => {
  const { store, settle } = board();
  const other = { ...PICTURE, id: "b".repeat(64) };
  answers = [taken, () => Response.json(other, { status: 201 })];
  const words = new File(["x"], "muistio.pdf", { type: "application/pdf" });
  pasted([FILE, words, new File(["2"], "b.png", { type: "image/png" })]);

  expect(await screen.findByRole("heading", { name: "Lisää 2 kuvaa" })).toBeTruthy();
  const second = within(screen.getByRole("group", { name: "Kuva 2/2" }));
  fireEvent.input(second.getByLabelText("Kuvaus"), { target: { value: "Kaksi tiskiä" } });
  const add = dialog().getByRole<HTMLButtonElement>("button", { name: "Lisää kuvat" });
  await waitFor(() => expect(add.disabled).toBe(false));
  fireEvent.click(add);

  await waitFor(() => expect(store.pending.value.length).toBe(2));
  await waitFor(() => expect(waiting.value).toEqual([]));
  settle();
  const added = [...store.items.value.values()].filter(({ picture }) => picture);
  expect(added.map(({ text, picture }) => [text, picture])).toEqual([
    ["Kuva 1", PICTURE],
    ["Kuva 2", { ...other, description: "Kaksi tiskiä" }],
  ]);
  await waitFor(() => expect(document.querySelectorAll('.note-picture img[src^="blob:"]').length).toBe(2));
  expect(asked.map(([, init]) => init?.method)).toEqual(["POST", "POST"]);
});

it("waits on this device while there is no line, and goes when it is back", async () => {
  const { desk, store } = board();
  answers = [() => Promise.reject(new TypeError("no line"))];
  store.setLine("closed");
  pasted([FILE]);
  await filled("");

  await expect.poll(() => screen.getByRole("status").textContent).toContain("odottaa yhteyttä");
  expect(await isOnShelf(desk.boot.you)).toBe(true);
  expect(store.pending.value).toEqual([]);
  answers = [taken];
  store.setLine("open");

  await expect.poll(() => store.pending.value.length).toBe(1);
  await expect.poll(() => isOnShelf(desk.boot.you)).toBe(false);
});

it("tells why a picture was not taken, and lets it be put away", async () => {
  const { store } = board();
  answers = [() => Response.json({ code: "picture.broken", message: "Kuva on vioittunut." }, { status: 400 })];
  pasted([FILE]);
  await filled("");

  const away = await screen.findByRole("button", { name: /^Hylkää kuva/ });
  expect(screen.getByRole("status").textContent).toContain("Kuva on vioittunut.");
  expect(store.pending.value).toEqual([]);
  fireEvent.click(away);

  await expect.poll(() => waiting.value).toEqual([]);
});

it("shows a note's picture by its description, opens it, and takes another", async () => {
  const { elsewhere, store, settle } = board({ notes: ["Seinä"] });
  elsewhere({ type: "note.picture", note: "note:0", picture: PICTURE });

  fireEvent.click(await screen.findByRole("button", { name: "Kuva: Seinä" }));
  fireEvent.input(await screen.findByLabelText("Kuvaus"), { target: { value: "Kaksi tiskiä" } });
  fireEvent.click(dialog().getByRole("button", { name: "Tallenna" }));
  settle();

  expect(store.items.value.get("note:0")?.["picture"]).toEqual({ ...PICTURE, description: "Kaksi tiskiä" });
  await expect
    .poll(() => document.querySelector(".note-picture")?.getAttribute("aria-label"))
    .toBe("Kuva: Kaksi tiskiä");
  expect(dialog().queryByRole("button", { name: "Lukitse pohjakuvaksi" })).toBeNull();
  store.undo();
  settle();
  expect(store.items.value.get("note:0")?.["picture"]).toEqual(PICTURE);
});

it("lays a picture under its place for whoever leads, and takes it up again", async () => {
  const { desk, elsewhere, store, settle } = board({ you: AINO, notes: ["Kartta"] });
  elsewhere({ type: "note.picture", note: "note:0", picture: PICTURE });
  desk.dialog.value = { name: "picture", note: "note:0" };

  fireEvent.click(await screen.findByRole("button", { name: "Lukitse pohjakuvaksi" }));
  settle();

  expect(store.items.value.get("note:0")?.["ground"]).toBe(true);
  expect(dialog().queryByRole("button", { name: "Poista kuva lapusta" })).toBeNull();
  fireEvent.click(dialog().getByRole("button", { name: "Vapauta pohjakuva" }));
  settle();
  expect(store.items.value.get("note:0")?.["ground"]).toBeUndefined();
});
