import { cleanup, createEvent, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";

import { isNote } from "../../board/items";
import type { Note } from "../../board/items";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { show } from "../makers";
import type { Setting } from "../makers";
import { NOTES, unpack } from "./copied";

await Promise.all([fetchView("map"), fetchView("list")]);

const face = (text: string) => screen.getByText(text).closest<HTMLElement>("[data-note]") as HTMLElement;
const textsIn = (zone: string) =>
  [...document.querySelectorAll(`[data-zone="${zone}"] .note-text`)].map((note) => note.textContent);
const notesOf = ({ store }: Setting): readonly Note[] => [...store.items.value.values()].filter(isNote);

/** A clipboard of the test's own. */
class Clipboard {
  readonly kept = new Map<string, string>();
  readonly setData = (type: string, text: string) => void this.kept.set(type, text);
  readonly getData = (type: string) => this.kept.get(type) ?? "";
}

/** Fires it, and tells whether the board took it from the browser. */
function fire(what: "copy" | "paste", clipboardData: Clipboard, on: Element = document.body): boolean {
  const event = createEvent[what](on, { clipboardData });
  fireEvent(on, event);
  return event.defaultPrevented;
}

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next));
});

describe("copying", () => {
  it("puts the chosen notes on the clipboard, a line each in reading order", () => {
    const { desk } = show(<App />, { notes: ["Yksi\nrivi", "Kaksi", "Kolme"] });
    const clipboard = new Clipboard();
    desk.inHand.value = new Set(["note:2", "note:0"]);

    expect(fire("copy", clipboard)).toBe(true);

    expect(clipboard.kept.get("text/plain")).toBe("Yksi rivi\nKolme");
    expect(unpack(clipboard.getData(NOTES)).map(({ kind, text }) => [kind, text])).toEqual([
      ["pain", "Yksi\nrivi"],
      ["pain", "Kolme"],
    ]);
  });

  it("leaves the browser its own where text is selected, in a field, and where no note is meant", async () => {
    const { desk } = show(<App />, { notes: ["Yksi"] });
    const clipboard = new Clipboard();
    expect(fire("copy", clipboard)).toBe(false);

    desk.inHand.value = new Set(["note:0"]);
    getSelection()?.selectAllChildren(screen.getByText("Yksi"));
    expect(fire("copy", clipboard)).toBe(false);
    getSelection()?.removeAllRanges();

    desk.composing.value = "zone:wait/pain";
    const field = await screen.findByRole("textbox", { name: "Lapun teksti" });
    expect(fire("copy", clipboard, field)).toBe(false);
    expect(fire("paste", clipboard, field)).toBe(false);
    expect(clipboard.kept.size).toBe(0);
  });
});

describe("pasting", () => {
  it("makes notes in the place in focus, with kind and fields where it takes them, as one act", async () => {
    const setting = show(<App />, { notes: ["Yksi"] });
    const clipboard = new Clipboard();
    const copied = [
      { kind: "pain", text: "Kipu", fields: { severity: 3 } },
      { kind: "step", text: "Askel", fields: { emotion: 1 } },
    ];
    clipboard.setData(NOTES, JSON.stringify(copied));
    face("Yksi").focus();

    expect(fire("paste", clipboard)).toBe(true);
    setting.settle();

    await waitFor(() => expect(textsIn("zone:apply/pain")).toEqual(["Yksi", "Kipu", "Askel"]));
    const made = notesOf(setting).slice(1);
    expect(made.map(({ kind, fields }) => [kind, fields])).toEqual([
      ["pain", { severity: 3 }],
      ["pain", undefined],
    ]);
    expect([...setting.desk.inHand.value]).toEqual(made.map(({ id }) => id));
    setting.store.undo();
    setting.settle();
    await waitFor(() => expect(textsIn("zone:apply/pain")).toEqual(["Yksi"]));
  });

  it("opens a field with a text from elsewhere, and offers its lines as notes", async () => {
    const { store } = show(<App />, { notes: ["Yksi"] });
    const clipboard = new Clipboard();
    clipboard.setData("text/plain", "Jono\nLomake\n");
    face("Yksi").focus();

    fire("paste", clipboard);

    const field = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Lapun teksti" });
    expect(field.value).toBe("Jono\nLomake");
    expect(await screen.findByRole("button", { name: "2 lappua" })).toBeTruthy();
    expect(store.pending.value).toEqual([]);
  });

  it("asks for a place where there is none, and takes nothing strange", async () => {
    const { store } = show(<App />, { notes: ["Yksi"] });
    const clipboard = new Clipboard();
    clipboard.setData(NOTES, JSON.stringify([{ kind: "pain", text: "Kipu" }]));

    fire("paste", clipboard);

    expect(await screen.findByText(/Vie osoitin kohtaan/, { selector: ".moved-strip p" })).toBeTruthy();
    expect(store.pending.value).toEqual([]);
    const strange = [
      "{",
      "null",
      '[1, null, {"kind": "pain"}, {"kind": 1, "text": "x"}, {"kind": "pain", "text": " "}]',
    ];
    expect(strange.flatMap(unpack)).toEqual([]);
  });
});

it("copies beside with Ctrl + D, after the last of the chosen, and takes the copies in hand", async () => {
  const setting = show(<App />, { notes: ["Yksi", "Kaksi", "Kolme"] });
  setting.desk.inHand.value = new Set(["note:0", "note:1"]);

  fireEvent.keyDown(document.body, { key: "d", ctrlKey: true });
  setting.settle();

  await waitFor(() => expect(textsIn("zone:apply/pain")).toEqual(["Yksi", "Kaksi", "Yksi", "Kaksi", "Kolme"]));
  expect(setting.desk.inHand.value.size).toBe(2);
  expect(setting.desk.inHand.value.has("note:0")).toBe(false);
});

it("leaves Ctrl + D to the browser where no note is meant or nothing may be added", () => {
  const press = () => {
    const event = new KeyboardEvent("keydown", { key: "d", ctrlKey: true, cancelable: true, bubbles: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  };
  show(<App />, { notes: ["Yksi"] });
  expect(press()).toBe(false);
  const { desk } = show(<App />, { notes: ["Yksi"], mode: "look" });
  desk.inHand.value = new Set(["note:0"]);
  expect(press()).toBe(false);
});
