import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";

import { AINO } from "../../board/makers";
import { isNote } from "../../board/items";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { show } from "../makers";
import type { Setting } from "../makers";

await Promise.all([fetchView("map"), fetchView("list")]);

const NOTES = ["Yksi", "Kaksi", "Kolme", "Neljä"];
const face = (text: string) => screen.getByText(text).closest<HTMLElement>("[data-note]") as HTMLElement;
const textsIn = (zone: string) =>
  [...document.querySelectorAll(`[data-zone="${zone}"] .note-text`)].map((note) => note.textContent);
const bar = () => screen.getByRole("toolbar", { name: "Työkalut" });

/** Aino, who leads: the notes of others are hers to change. */
function lead(notes: readonly string[] = NOTES, view: "map" | "list" = "map"): Setting {
  return show(<App />, { you: AINO, notes, view });
}

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next));
});

describe("several are chosen", () => {
  it("with Shift and clicks, and let go with Esc", async () => {
    const { desk } = lead();

    fireEvent.click(face("Yksi"));
    fireEvent.click(face("Kolme"), { shiftKey: true });
    expect(await within(bar()).findByText("2 lappua valittu")).toBeTruthy();
    fireEvent.keyDown(document.body, { key: "Escape" });

    expect(desk.inHand.value.size).toBe(0);
  });

  it("with Shift and arrows, one after the other", async () => {
    lead();
    face("Yksi").focus();

    fireEvent.keyDown(face("Yksi"), { key: "ArrowDown", shiftKey: true });
    fireEvent.keyDown(face("Kaksi"), { key: "ArrowDown", shiftKey: true });

    expect(await within(bar()).findByText("3 lappua valittu")).toBeTruthy();
    expect(document.activeElement).toBe(face("Kolme"));
  });

  it("with Ctrl + A within the place in focus, and nowhere else", async () => {
    const { desk } = lead();
    const elsewhere = new KeyboardEvent("keydown", { key: "a", ctrlKey: true, cancelable: true, bubbles: true });
    document.body.dispatchEvent(elsewhere);
    expect(elsewhere.defaultPrevented).toBe(false);

    face("Kaksi").focus();
    fireEvent.keyDown(face("Kaksi"), { key: "a", ctrlKey: true });

    expect(desk.inHand.value.size).toBe(4);
  });

  it("with boxes in List, which are there only while several are chosen", async () => {
    const { desk } = lead(NOTES, "list");
    expect(screen.queryByRole("checkbox", { name: "Valitse: Yksi" })).toBeNull();

    fireEvent.click(within(bar()).getByRole("button", { name: "Valitse useita" }));
    fireEvent.click(await screen.findByRole("checkbox", { name: "Valitse: Yksi" }));
    fireEvent.click(face("Neljä"));

    expect([...desk.inHand.value]).toEqual(["note:0", "note:3"]);
    fireEvent.click(within(bar()).getByRole("button", { name: "Valitse useita" }));
    await waitFor(() => expect(screen.queryByRole("checkbox", { name: "Valitse: Yksi" })).toBeNull());
    expect(desk.inHand.value.size).toBe(0);
  });
});

describe("what is done to several", () => {
  it("moves them in their order, as one act", async () => {
    const { desk, store, settle } = lead();
    desk.inHand.value = new Set(["note:3", "note:0", "note:2"]);

    fireEvent.keyDown(face("Kolme"), { key: "m" });
    const dialog = await screen.findByRole("dialog", { name: "Siirrä 3 lappua" });
    fireEvent.change(within(dialog).getByLabelText("Kohta"), { target: { value: "zone:wait/pain" } });
    fireEvent.click(within(dialog).getByRole("button", { name: "Siirrä" }));
    settle();

    await waitFor(() => expect(textsIn("zone:wait/pain")).toEqual(["Yksi", "Kolme", "Neljä"]));
    store.undo();
    settle();
    await waitFor(() => expect(textsIn("zone:apply/pain")).toEqual(NOTES));
    expect(store.canUndo.value).toBeNull();
  });

  it("removes them as one act", async () => {
    const { desk, store, settle } = lead();
    desk.inHand.value = new Set(["note:0", "note:1"]);

    fireEvent.click(await within(bar()).findByRole("button", { name: "Poista" }));
    settle();
    await waitFor(() => expect(textsIn("zone:apply/pain")).toEqual(["Kolme", "Neljä"]));
    store.undo();
    settle();

    await waitFor(() => expect(textsIn("zone:apply/pain")).toEqual(NOTES));
  });

  it("leaves to others what is theirs, says so, and keeps it chosen", async () => {
    const { desk, store, settle } = show(<App />, { notes: NOTES });
    store.act({ type: "board.set", fields: { rewritten_by: "authors" } });
    store.act({ type: "note.add", note: "note:own", kind: "pain", text: "Oma", zone: "zone:apply/pain", order: "a9" });
    settle();
    desk.inHand.value = new Set(["note:0", "note:1", "note:own"]);

    fireEvent.click(await within(bar()).findByRole("button", { name: "Poista" }));
    settle();

    expect(
      await screen.findByText("1 poistettiin, 2 on toisten kirjoittamia.", { selector: ".moved-strip p" }),
    ).toBeTruthy();
    expect(textsIn("zone:apply/pain")).toEqual(NOTES);
    expect([...desk.inHand.value]).toEqual(["note:0", "note:1"]);
  });

  it("changes the kind where the place takes it, and says where it does not", async () => {
    const { desk, store, settle } = lead();
    const wishes = ["note:0", "note:1"].map(
      (note, i) => ({ type: "note.move", note, zone: "zone:core", order: `a${i}` }) as const,
    );
    store.act(wishes);
    settle();
    desk.inHand.value = new Set(["note:0", "note:1", "note:2"]);

    fireEvent.click(await within(bar()).findByRole("button", { name: "Laji…" }));
    const dialog = await screen.findByRole("dialog", { name: "Vaihda 3 lapun laji" });
    fireEvent.click(within(dialog).getByRole("radio", { name: "step" }));
    fireEvent.click(within(dialog).getByRole("button", { name: "Vaihda laji" }));
    settle();

    expect(
      (await screen.findByText(/^2 vaihdettiin, 1 on kohdassa/, { selector: ".moved-strip p" })).textContent,
    ).toBeTruthy();
    const kinds = [...store.items.value.values()].filter(isNote).map(({ kind }) => kind);
    expect(kinds).toEqual(["step", "step", "pain", "pain"]);
    expect(store.canUndo.value).toBe("lajin vaihto");
  });

  it("moves together those on a plane, and they keep how they lie", async () => {
    const { desk, store, settle } = lead(NOTES, "list");
    store.act([
      { type: "note.move", note: "note:0", zone: "zone:grid", x: 1000, y: 1000 },
      { type: "note.move", note: "note:1", zone: "zone:grid", x: 3000, y: 2000 },
    ]);
    settle();
    await waitFor(() => expect(textsIn("zone:grid")).toEqual(["Yksi", "Kaksi"]));
    desk.inHand.value = new Set(["note:0", "note:1"]);

    fireEvent.keyDown(face("Kaksi"), { key: "ArrowUp", altKey: true });
    settle();

    const at = (note: string) => [store.items.value.get(note)?.["x"], store.items.value.get(note)?.["y"]];
    expect([at("note:0"), at("note:1")]).toEqual([
      [1000, 1500],
      [3000, 2500],
    ]);
  });
});
