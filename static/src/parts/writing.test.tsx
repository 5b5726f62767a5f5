import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";

import { App } from "../views/App";
import { fetchView } from "../views/views";
import { show } from "./makers";

await Promise.all([fetchView("map"), fetchView("list")]);

const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Lapun teksti" });
const textsIn = (zone: string) =>
  [...document.querySelectorAll(`[data-zone="${zone}"] .note-text`)].map((note) => note.textContent);

function compose(): HTMLTextAreaElement {
  fireEvent.click(screen.getByRole("button", { name: "Lisää lappu kohtaan: Haku · Kipu" }));
  return field();
}

/** What the browser does: it tells of the paste, then puts the text in. */
function paste(text: string, into: HTMLTextAreaElement): void {
  fireEvent.paste(into, { clipboardData: { getData: () => text } });
  fireEvent.input(into, { target: { value: text } });
}

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next));
});

describe("pasting several lines", () => {
  it("offers a note for each, without the marks of the list, as one act", async () => {
    const { store, settle } = show(<App />);
    paste("- Jono on pitkä\n• Lomake on vaikea\n\n- Neuvoja puuttuu", compose());

    fireEvent.click(await screen.findByRole("button", { name: "3 lappua" }));
    settle();

    const texts = ["Jono on pitkä", "Lomake on vaikea", "Neuvoja puuttuu"];
    await waitFor(() => expect(textsIn("zone:apply/pain")).toEqual(texts));
    expect(field().value).toBe("");
    store.undo();
    settle();
    await waitFor(() => expect(textsIn("zone:apply/pain")).toEqual([]));
    expect(store.canUndo.value).toBeNull();
  });

  it("or one note of all", async () => {
    const { settle } = show(<App />);
    paste("Jono on pitkä\nLomake on vaikea", compose());

    fireEvent.click(await screen.findByRole("button", { name: "1 lappu" }));
    settle();

    await waitFor(() => expect(textsIn("zone:apply/pain")).toEqual(["Jono on pitkä\nLomake on vaikea"]));
  });

  it("offers nothing for one line, nor for lines typed by hand", async () => {
    show(<App />);
    const written = compose();

    paste("Jono on pitkä\n", written);
    fireEvent.input(written, { target: { value: "Jono on pitkä\nja hidas" } });

    await waitFor(() => expect(written.value).toContain("hidas"));
    expect(screen.queryByRole("group", { name: /Liitit/ })).toBeNull();
  });

  it("takes a page of lines, in order", async () => {
    const { log, settle } = show(<App />);
    const page = Array.from({ length: 60 }, (_, i) => `Rivi ${i}`);
    paste(page.join("\n"), compose());

    fireEvent.click(await screen.findByRole("button", { name: "60 lappua" }));
    settle();

    await waitFor(() => expect(textsIn("zone:apply/pain")).toEqual(page));
    expect(log.events).toHaveLength(61);
  });

  it("says what there is too much of, and keeps the text", async () => {
    show(<App />);
    const written = compose();

    paste(Array.from({ length: 401 }, (_, i) => `Rivi ${i}`).join("\n"), written);
    const offer = await screen.findByRole("group", { name: /Liitit 401 riviä/ });
    expect(within(offer).getByText(/enintään 400 lappua, ja rivejä on 401/)).toBeTruthy();
    expect(within(offer).queryByRole("button", { name: "401 lappua" })).toBeNull();

    paste(`Lyhyt\n${"a".repeat(2001)}`, written);
    expect(await within(offer).findByText(/Rivi 2 on yli 2 000 merkkiä/)).toBeTruthy();
    expect(written.value).toContain("Lyhyt");
  });
});

describe("the length of a note", () => {
  it("is counted from 400, advised against beyond 500 and bound at 2,000", async () => {
    const { store } = show(<App />);
    const written = compose();
    const type = (count: number) => fireEvent.input(written, { target: { value: "ä".repeat(count) } });

    type(399);
    expect(screen.queryByText(/merkkiä/)).toBeNull();
    type(400);
    expect(await screen.findByText("400/500 merkkiä")).toBeTruthy();
    expect(screen.queryByText(/tehdä kaksi/)).toBeNull();
    type(501);
    expect(await screen.findByText(/tehdä kaksi/)).toBeTruthy();

    type(20_000);
    fireEvent.keyDown(written, { key: "Enter" });

    expect(await screen.findByText(/Teksti pysyy kentässä/)).toBeTruthy();
    expect(written.value).toHaveLength(20_000);
    expect(store.pending.value).toEqual([]);
  });
});

describe("the key N", () => {
  it("opens a field where the focus is, and else asks where", async () => {
    show(<App />, { notes: ["Jono on pitkä"] });

    fireEvent.keyDown(document.body, { key: "n" });
    const dialog = await screen.findByRole("dialog", { name: "Uusi lappu" });
    expect(document.activeElement).toBe(within(dialog).getByRole("textbox", { name: "Lapun teksti" }));
    fireEvent.click(screen.getByRole("button", { name: "Peru" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

    const note = screen.getByText("Jono on pitkä").closest<HTMLElement>("[data-note]") as HTMLElement;
    note.focus();
    fireEvent.keyDown(note, { key: "n" });
    expect(await screen.findByRole("form", { name: "Lisää lappu kohtaan: Haku · Kipu" })).toBeTruthy();
  });

  it("is a letter in a field, and nothing where single keys are switched off or nothing may be added", async () => {
    const { desk } = show(<App />, { mode: "look" });
    fireEvent.keyDown(document.body, { key: "n" });
    expect(desk.dialog.value).toBeNull();

    const other = show(<App />).desk;
    other.letters.value = false;
    fireEvent.keyDown(document.body, { key: "n" });
    other.letters.value = true;
    fireEvent.keyDown(compose(), { key: "n" });
    expect(other.dialog.value).toBeNull();
  });
});
