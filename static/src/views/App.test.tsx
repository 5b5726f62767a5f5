import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";

import { AINO } from "../board/makers";
import { show } from "../parts/makers";
import { App } from "./App";
import { fetchView } from "./views";

await Promise.all([fetchView("map"), fetchView("list")]);

const face = (text: string) => screen.getByText(text).closest<HTMLElement>("[data-note]") as HTMLElement;
const textsIn = (zone: string) =>
  [...document.querySelectorAll(`[data-zone="${zone}"] .note-text`)].map((note) => note.textContent);

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next)); // what was to be done after the last drawing
});

describe("the map", () => {
  it("has a heading for every phase and lane, and every note once in its zone", () => {
    show(<App />, { notes: ["Jono on pitkä", "Lomake on vaikea"] });

    expect(screen.getByRole("heading", { name: /Haku/ })).toBeTruthy();
    expect(textsIn("zone:apply/pain")).toEqual(["Jono on pitkä", "Lomake on vaikea"]);
    expect(document.querySelectorAll(".note")).toHaveLength(2);
  });

  it("adds notes one after another where they will stand", async () => {
    const { settle } = show(<App />);

    fireEvent.click(screen.getByRole("button", { name: "Lisää lappu kohtaan: Haku · Kipu" }));
    const field = screen.getByRole("textbox", { name: "Lapun teksti" });
    fireEvent.input(field, { target: { value: "Jono on pitkä" } });
    fireEvent.keyDown(field, { key: "Enter" });
    settle();

    await waitFor(() => expect(textsIn("zone:apply/pain")).toEqual(["Jono on pitkä"]));
    expect(screen.getByRole("textbox", { name: "Lapun teksti" })).toHaveProperty("value", "");
  });

  it("keeps what was being written when the composer is closed", async () => {
    show(<App />);
    const open = () => fireEvent.click(screen.getByRole("button", { name: "Lisää lappu kohtaan: Haku · Kipu" }));

    open();
    const field = screen.getByRole("textbox", { name: "Lapun teksti" });
    fireEvent.input(field, { target: { value: "Kesken jäänyt" } });
    fireEvent.keyDown(field, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("textbox")).toBeNull());
    open();

    expect(await screen.findByRole("textbox", { name: "Lapun teksti" })).toHaveProperty("value", "Kesken jäänyt");
  });

  it("has one Tab stop in a zone", () => {
    show(<App />, { notes: ["Yksi", "Kaksi", "Kolme"] });

    expect([...document.querySelectorAll("[data-note]")].map((note) => note.getAttribute("tabindex"))).toEqual([
      "0",
      "-1",
      "-1",
    ]);
  });

  it("moves a note with Alt and an arrow, within its zone and to the next phase", async () => {
    const { settle } = show(<App />, { notes: ["Yksi", "Kaksi"] });

    fireEvent.keyDown(face("Yksi"), { key: "ArrowDown", altKey: true });
    settle();
    await waitFor(() => expect(textsIn("zone:apply/pain")).toEqual(["Kaksi", "Yksi"]));
    fireEvent.keyDown(face("Yksi"), { key: "ArrowRight", altKey: true });
    settle();

    await waitFor(() => expect(textsIn("zone:wait/pain")).toEqual(["Yksi"]));
    expect(screen.getByRole("status").textContent).toBe("Siirretty: Odotus · Kipu, 1/1.");
  });

  it("moves a note by naming its place", async () => {
    const { settle } = show(<App />, { notes: ["Yksi"] });

    fireEvent.keyDown(face("Yksi"), { key: "m" });
    const dialog = await screen.findByRole("dialog", { name: "Siirrä lappu" });
    fireEvent.change(within(dialog).getByLabelText("Kohta"), { target: { value: "zone:wait/pain" } });
    fireEvent.click(within(dialog).getByRole("button", { name: "Siirrä" }));
    settle();

    await waitFor(() => expect(textsIn("zone:wait/pain")).toEqual(["Yksi"]));
  });

  it("removes by key and says how to take it back", async () => {
    const { settle } = show(<App />, { notes: ["Yksi"] });

    fireEvent.keyDown(face("Yksi"), { key: "Delete" });
    settle();
    await waitFor(() => expect(screen.queryByText("Yksi")).toBeNull());
    fireEvent.click(screen.getByRole("button", { name: "Kumoa poisto" }));
    settle();

    await waitFor(() => expect(textsIn("zone:apply/pain")).toEqual(["Yksi"]));
  });
});

describe("writing in a note", () => {
  it("does not change under one's hands, and tells what others wrote", async () => {
    const { elsewhere, desk } = show(<App />, { notes: ["Jono on pitkä"] });
    desk.writing.value = "note:0";
    const field = await screen.findByRole("textbox", { name: "Lapun teksti" });
    fireEvent.input(field, { target: { value: "Jono on hyvin pitkä" } });

    elsewhere({ type: "note.write", note: "note:0", was: "Jono on pitkä", text: "Kelan jono on pitkä" });

    expect(await screen.findByText(/Nyt taululla: Kelan jono on pitkä/)).toBeTruthy();
    expect(field).toHaveProperty("value", "Jono on hyvin pitkä");
  });

  it("sends what it began from, so that both are merged", async () => {
    const { store, desk, elsewhere } = show(<App />, { notes: ["Jono on pitkä"] });
    desk.writing.value = "note:0";
    const field = await screen.findByRole("textbox", { name: "Lapun teksti" });
    elsewhere({ type: "note.write", note: "note:0", was: "Jono on pitkä", text: "Kelan jono on pitkä" });

    fireEvent.input(field, { target: { value: "Jono on hyvin pitkä" } });
    fireEvent.keyDown(field, { key: "Enter" });

    const { id: _id, ...sent } = store.pending.value.at(-1) ?? {};
    expect(sent).toEqual({ type: "note.write", note: "note:0", was: "Jono on pitkä", text: "Jono on hyvin pitkä" });
  });

  it("leaves the text as it was on Escape", async () => {
    const { store, desk } = show(<App />, { notes: ["Jono on pitkä"] });
    desk.writing.value = "note:0";
    const field = await screen.findByRole("textbox", { name: "Lapun teksti" });

    fireEvent.input(field, { target: { value: "Jotain muuta" } });
    fireEvent.keyDown(field, { key: "Escape" });

    await waitFor(() => expect(screen.queryByRole("textbox")).toBeNull());
    expect(store.pending.value).toEqual([]);
  });
});

describe("what is refused", () => {
  it("stands beside where it was to be, with the reason and the text, and can be tried again", async () => {
    const { store } = show(<App />);
    store.act({
      type: "note.add",
      note: "note:mine",
      kind: "pain",
      text: "Tärkeä ajatus",
      zone: "zone:apply/pain",
      order: "a0",
    });

    store.refuse([
      { op: store.pending.value[0]?.id ?? "", code: "mode.look", message: "Laput ovat nyt vain luettavissa." },
    ]);

    const reason = await screen.findByText("Laput ovat nyt vain luettavissa.");
    const strip = reason.closest<HTMLElement>('[data-zone="zone:apply/pain"] .strip') as HTMLElement;
    expect(within(strip).getByText("Tärkeä ajatus")).toBeTruthy();
    fireEvent.click(within(strip).getByRole("button", { name: "Yritä uudelleen" }));
    await waitFor(() => expect(textsIn("zone:apply/pain")).toEqual(["Tärkeä ajatus"]));
  });
});

describe("the focus", () => {
  it("goes to the next note, and says so, when somebody else removes the one it was on", async () => {
    const { elsewhere } = show(<App />, { notes: ["Yksi", "Kaksi"] });
    face("Yksi").focus();

    elsewhere({ type: "note.remove", note: "note:0" });

    await waitFor(() => expect(document.activeElement).toBe(face("Kaksi")));
    expect(screen.getByRole("status").textContent).toBe(
      "Lappu, jonka kohdalla olit, poistettiin. Olet nyt lapun kohdalla: Kaksi",
    );
  });

  it("follows its note to another zone", async () => {
    const { elsewhere } = show(<App />, { notes: ["Yksi", "Kaksi"] });
    face("Yksi").focus();

    elsewhere({ type: "note.move", note: "note:0", zone: "zone:wait/pain", order: "a0" });

    await waitFor(() => expect(textsIn("zone:wait/pain")).toEqual(["Yksi"]));
    await waitFor(() => expect(document.activeElement).toBe(face("Yksi")));
  });
});

describe("the modes", () => {
  it("offer a participant nothing to change while all look", () => {
    show(<App />, { mode: "look", notes: ["Yksi"] });

    expect(screen.queryByRole("button", { name: /Lisää lappu/ })).toBeNull();
    expect(screen.getByText("Laput ovat nyt vain luettavissa.")).toBeTruthy();
  });

  it("say under the composer what happens to what is written on one's own", () => {
    show(<App />, { mode: "silent" });

    fireEvent.click(screen.getByRole("button", { name: "Lisää lappu kohtaan: Haku · Kipu" }));

    expect(screen.getByText(/Muut näkevät lappusi vasta, kun ne näytetään/)).toBeTruthy();
  });

  it("say what follows before showing what was written", () => {
    const { store, desk } = show(<App />, { you: AINO, mode: "silent" });
    store.hush({ notes: 23, people: 14 });

    fireEvent.click(screen.getByRole("button", { name: "Ohjaus" }));
    const control = screen.getByRole("dialog", { name: "Ohjaus" });
    expect(within(control).getByText(/Itsekseen kirjoitettu: 23 lappua, 14 kirjoittajaa/)).toBeTruthy();
    fireEvent.click(within(control).getByRole("button", { name: "Näytä kaikille" }));

    expect(store.pending.value).toEqual([]);
    expect(desk.coming.value?.follows()).toBe("23 lappua näkyy kaikille.");
  });

  it("lead a participant to the record when the workshop has ended", () => {
    show(<App />, { mode: "closed" });

    expect(screen.getByRole("heading", { name: "Työpaja on päättynyt" })).toBeTruthy();
  });
});

describe("a dialog", () => {
  it("stays closed once what it was about was removed, also when that returns", async () => {
    const { desk, elsewhere } = show(<App />, { notes: ["Yksi"] });
    desk.dialog.value = { name: "move", notes: ["note:0"] };
    await screen.findByRole("dialog", { name: "Siirrä lappu" });

    elsewhere({ type: "note.remove", note: "note:0" });
    await waitFor(() => expect(desk.dialog.value).toBeNull());
    elsewhere({ type: "note.restore", note: "note:0" });

    await screen.findByText("Yksi");
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("the list", () => {
  it("holds the same notes under the same names", () => {
    show(<App />, { view: "list", notes: ["Yksi", "Kaksi"] });

    expect(screen.getByRole("heading", { name: /Haku/ })).toBeTruthy();
    expect(textsIn("zone:apply/pain")).toEqual(["Yksi", "Kaksi"]);
  });

  it("offers every act in words under the note in hand", () => {
    show(<App />, { view: "list", notes: ["Yksi"] });

    fireEvent.click(face("Yksi"));

    const acts = within(screen.getByRole("group", { name: "Lapun toiminnot" })).getAllByRole("button");
    expect(acts.map((act) => act.textContent)).toEqual([
      "Kirjoita",
      "Siirrä…",
      "Tiedot…",
      "Teemaksi…",
      "Kommentit",
      "Monista",
      "Poista",
    ]);
  });
});

describe("a ballot", () => {
  it("lets one give and take back votes, and says how many are left", async () => {
    const { settle, elsewhere } = show(<App />, { notes: ["Yksi", "Kaksi"] });
    elsewhere(
      { type: "ballot.open", ballot: "ballot:1", title: "Mikä ensin?", each: 3, per_note: 1, over: "notes" },
      AINO,
    );

    fireEvent.click(await screen.findByRole("button", { name: "Anna ääni: Yksi" }));
    settle();

    expect(await screen.findByText("2/3 ääntä jäljellä")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Ota ääni pois: Yksi" }));
    expect(await screen.findByText("3/3 ääntä jäljellä")).toBeTruthy();
  });
});
