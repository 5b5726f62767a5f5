import { cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";

import { BJORN } from "../../board/makers";
import type { Wish } from "../../board/operations";
import { ListView } from "../../views/list/ListView";
import { Dialogs } from "../dialogs/Dialogs";
import { show } from "../makers";
import type { Setting } from "../makers";
import { CommentNews } from "./CommentNews";

afterEach(cleanup);

const CHLOES: Wish = {
  type: "comment.add",
  comment: "comment:c",
  on: "note:0",
  text: "Mistä tiedetään? https://prh.fi/a",
};

function talked(more: Parameters<typeof show>[1] = {}): Setting {
  const setting = show(
    <>
      <ListView />
      <Dialogs />
    </>,
    { view: "list", notes: ["Lupa viipyy", "Sama tieto"], ...more },
  );
  setting.elsewhere(CHLOES);
  return setting;
}

const face = (note: string) => document.querySelector<HTMLElement>(`[data-note="${note}"]`)!;
const dialog = () => within(screen.getByRole("dialog"));

it("counts a note's open threads on it, and K opens them", async () => {
  talked();

  await expect.poll(() => face("note:0").textContent).toContain("Avoimia kommentteja: 1");
  expect(face("note:1").textContent).not.toContain("kommentteja");
  face("note:0").focus();
  fireEvent.keyDown(face("note:0"), { key: "k" });

  expect((await screen.findByRole("dialog")).textContent).toContain("Mistä tiedetään?");
  expect(dialog().getByRole("link", { name: "prh.fi/…" })).toBeTruthy();
});

it("takes a comment and an answer by Enter, and keeps what was begun", async () => {
  const { desk, store, settle } = talked();
  desk.dialog.value = { name: "comments", on: "note:0" };
  const field = await screen.findByRole("textbox", { name: "Kommentti" });

  fireEvent.input(field, { target: { value: "Kysytään PRH:lta" } });
  fireEvent.keyDown(field, { key: "Enter" });
  fireEvent.click(dialog().getByRole("button", { name: /^Vastaa: Mistä/ }));
  const answer = await screen.findByRole("textbox", { name: "Vastaa" });
  fireEvent.input(answer, { target: { value: "Kävijöiltä" } });
  fireEvent.keyDown(answer, { key: "Enter" });
  settle();
  fireEvent.input(field, { target: { value: "Kesken" } });
  desk.dialog.value = null;

  const said = [...store.items.value.values()].filter(({ id }) => id.startsWith("comment:"));
  expect(said.map(({ on, text }) => [on, text])).toEqual([
    ["note:0", CHLOES.text],
    ["note:0", "Kysytään PRH:lta"],
    ["comment:c", "Kävijöiltä"],
  ]);
  desk.dialog.value = { name: "comments", on: "note:0" };
  expect((await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Kommentti" })).value).toBe("Kesken");
});

it("resolves a thread, keeps the focus in the panel, and takes it back in one go", async () => {
  const { desk, store, settle } = talked();
  desk.dialog.value = { name: "comments" };

  fireEvent.click(await screen.findByRole("button", { name: /^Merkitse käsitellyksi/ }));
  settle();

  expect(dialog().getByRole("button", { name: "Avoimet: 0" }).getAttribute("aria-pressed")).toBe("true");
  fireEvent.click(dialog().getByRole("button", { name: "Käsitellyt: 1" }));
  expect(await dialog().findByText("Käsitelty")).toBeTruthy();
  expect(face("note:0").textContent).not.toContain("kommentteja");
  store.undo();
  settle();
  expect(store.items.value.get("comment:c")?.["resolved"]).toBeUndefined();
});

it("changes and removes one's own words alone", async () => {
  const { desk, elsewhere, store, settle } = talked();
  elsewhere({ type: "comment.add", comment: "comment:b", on: "note:0", text: "Omani" }, BJORN);
  desk.dialog.value = { name: "comments", on: "note:0" };
  await screen.findByText("Omani");

  expect(dialog().queryByRole("button", { name: /^Muokkaa: Mistä/ })).toBeNull();
  expect(dialog().queryByRole("button", { name: /^Poista: Mistä/ })).toBeNull();
  fireEvent.click(dialog().getByRole("button", { name: /^Poista: Omani/ }));
  settle();

  expect(store.items.value.has("comment:b")).toBe(false);
});

it("names nobody beside what was said on another board, and lets nobody change it", async () => {
  const { desk, store } = talked();
  const set = { on: "note:0", text: "Muualla sanottu", author: BJORN, at: "2024-09-01T08:30:00.000Z", brought: true };
  const seq = store.confirmed.value.seq + 1;
  store.receive([{ seq, by: BJORN, op: "x", at: "", changes: [{ id: "comment:b", set }] }]);
  desk.dialog.value = { name: "comments", on: "note:0" };

  const said = (await screen.findByText("Muualla sanottu")).closest<HTMLElement>(".said")!;

  expect(said.querySelector(".said-by")?.textContent).toMatch(/^Tuotu toiselta taululta · 1\.9\.2024/);
  expect(within(said).queryByRole("button", { name: /^Muokkaa/ })).toBeNull();
  expect(within(said).getByRole("button", { name: /^Poista/ })).toBeTruthy();
});

it("leads from the list of all to the note", async () => {
  const { desk } = talked();
  desk.dialog.value = { name: "comments" };

  fireEvent.click(await screen.findByRole("button", { name: "Siirry taululle: Lupa viipyy" }));

  await expect.poll(() => document.activeElement).toBe(face("note:0"));
});

it("tells quietly of an answer to one's own comment, and of nobody else's", async () => {
  const { desk, elsewhere } = show(<CommentNews />, { notes: ["Lupa viipyy"] });
  const said: string[] = [];
  desk.told.subscribe((told) => told && said.push(told.text));
  const answer = (comment: string, on: string, text: string) => elsewhere({ type: "comment.add", comment, on, text });
  elsewhere(CHLOES);
  elsewhere({ type: "comment.add", comment: "comment:b", on: "note:0", text: "Omani" }, BJORN);

  answer("comment:e", "comment:b", "Sinulle");
  await expect.poll(() => said).toEqual(["Kommenttiisi vastattiin: ”Sinulle”"]);
  answer("comment:d", "comment:c", "Toiselle");
  answer("comment:f", "comment:b", "Taas");

  await expect.poll(() => said).toHaveLength(2);
  expect(said[1]).toContain("Taas");
});

it("says that it is a comment whose words go for good", async () => {
  const { desk } = talked();

  desk.dialog.value = { name: "erase", note: "comment:c", text: CHLOES.text };

  expect((await screen.findByRole("dialog")).textContent).toContain("Kommentin sanat häviävät heti");
});
