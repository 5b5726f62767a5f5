import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";

import { fold } from "../../board/fold";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { show } from "../makers";

await Promise.all([fetchView("map"), fetchView("list")]);

const NOTES = ["Jono on pitkä", "Lomake on vaikea", "PITKÄ odotus\njonossa", "Neuvoja puuttuu"];
const lit = () => [...document.querySelectorAll(".note.found .note-text")].map((text) => text.textContent);
const at = () => document.querySelector(".note.at .note-text")?.textContent;

async function search(text: string): Promise<HTMLInputElement> {
  fireEvent.keyDown(document.body, { key: "/" });
  const field = await screen.findByRole<HTMLInputElement>("searchbox", { name: "Etsi lapuista" });
  fireEvent.input(field, { target: { value: text } });
  return field;
}

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next));
});

it("folds accents, capitals and spaces", () => {
  expect(fold("  Hyvää\nPÄIVÄÄ, Élodie ")).toBe("hyvaa paivaa, elodie");
});

it.each(["map", "list"] as const)(
  "lights what says all the words, in any order, and counts it in the %s",
  async (view) => {
    show(<App />, { notes: NOTES, view });

    await search("jono pitka");

    await waitFor(() => expect(lit()).toEqual(["Jono on pitkä", "PITKÄ odotus\njonossa"]));
    expect(screen.getByText("2 lappua")).toBeTruthy();
    expect([...document.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual([
      "Jono",
      "pitkä",
      "PITKÄ",
      "jono",
    ]);
  },
);

it("goes from one to the next and round again, says which it is, and leaves one at it", async () => {
  show(<App />, { notes: NOTES });
  const field = await search("jono");
  expect(document.activeElement).toBe(field);

  fireEvent.submit(field.form as HTMLFormElement);
  await waitFor(() => expect(at()).toBe("Jono on pitkä"));
  fireEvent.keyDown(field, { key: "Enter", shiftKey: true });
  await waitFor(() => expect(at()).toBe("PITKÄ odotus\njonossa"));
  await waitFor(() => expect(screen.getByText("Osuma 2/2, Haku · Kipu: PITKÄ odotus jonossa")).toBeTruthy());
  expect(document.activeElement).toBe(field);

  fireEvent.keyDown(field, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("searchbox")).toBeNull());
  expect(document.activeElement?.textContent).toContain("PITKÄ odotus");
  expect(lit()).toEqual([]);
});

it("follows what others write meanwhile", async () => {
  const { elsewhere } = show(<App />, { notes: NOTES });
  await search("neuv");
  await waitFor(() => expect(lit()).toEqual(["Neuvoja puuttuu"]));

  elsewhere({ type: "note.write", note: "note:1", was: "Lomake on vaikea", text: "Neuvonta on auki" });

  await waitFor(() => expect(lit()).toEqual(["Neuvonta on auki", "Neuvoja puuttuu"]));
});

it("opens the phase that hides what it has found", async () => {
  const { desk } = show(<App />, { notes: NOTES });
  desk.folded.value = ["zone:apply"];
  const field = await search("lomake");
  await screen.findByText("1 lappu", { selector: ".find-count" });

  fireEvent.submit(field.form as HTMLFormElement);

  await waitFor(() => expect(at()).toBe("Lomake on vaikea"));
});

it("says when nothing is found, and leaves Ctrl + F to the browser", async () => {
  show(<App />, { notes: NOTES });
  const browsers = new KeyboardEvent("keydown", { key: "f", ctrlKey: true, cancelable: true, bubbles: true });
  document.body.dispatchEvent(browsers);
  expect(browsers.defaultPrevented).toBe(false);

  await search("xyz");

  expect(await screen.findByText("Ei osumia")).toBeTruthy();
});
