import { act, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { isNote } from "../../board/items";
import { AINO } from "../../board/makers";
import { eventually } from "../../patience";
import { useDesk } from "../desk";
import { Dialogs } from "../dialogs/Dialogs";
import { show } from "../makers";
import type { Setting } from "../makers";
import { NoteActions } from "../NoteActions";
import { mayTie, openTie } from "./tie";

const thing = (id: string, type: string, name: string, ids: readonly string[] = []) => ({
  id,
  type,
  name,
  ids: [id, ...ids],
  where: "Sidosryhmät",
});
const KELA = thing("entity:kela", "stakeholder", "Kela", ["entity:fpa"]);
const PRH = thing("entity:prh", "stakeholder", "PRH");
const WAIT = thing("entity:wait", "pain_point", "Jono on pitkä");

let asked: string[];
let answer: () => Promise<Response>;

beforeEach(() => {
  asked = [];
  answer = () => Promise.resolve(Response.json([KELA, PRH, WAIT]));
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return answer();
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function opened(): Promise<Setting> {
  const setting = show(<Dialogs />, { you: AINO, notes: ["FPA jonottaa"] });
  await open(setting);
  return setting;
}

async function open({ desk }: Setting): Promise<void> {
  act(() => openTie(desk, "note:0"));
  await eventually(() => expect(screen.queryByText("Haetaan hakemistoa…")).toBeNull());
}

const dialog = () => within(screen.getByRole("dialog"));
const tied = ({ store }: Setting) => [store.items.value.get("note:0")].find(isNote);

it("says what a note is and is about, as one act that can be taken back", async () => {
  const setting = await opened();

  fireEvent.change(dialog().getByLabelText("Tämä on sama asia kuin"), { target: { value: PRH.id } });
  fireEvent.click(dialog().getByLabelText(/Jono on pitkä/u));
  fireEvent.click(dialog().getByRole("button", { name: "Tallenna" }));

  expect(asked).toEqual(["/api/v1/boards/b%3A1/register"]);
  expect([tied(setting)?.entity, tied(setting)?.about]).toEqual([PRH.id, [WAIT.id]]);
  setting.settle();
  act(() => setting.store.undo());
  expect([tied(setting)?.entity, tied(setting)?.about]).toEqual([undefined, undefined]);
});

it("knows a thing also by the id of one that was merged into it, and leaves that tie as it is", async () => {
  const setting = await opened();
  setting.elsewhere({ type: "note.tie", note: "note:0", fields: { entity: "entity:fpa" } }, AINO);
  act(() => {
    setting.desk.dialog.value = null;
  });
  await open(setting);

  expect((dialog().getByLabelText("Tämä on sama asia kuin") as HTMLSelectElement).value).toBe(KELA.id);
  fireEvent.click(dialog().getByRole("button", { name: "Tallenna" }));
  expect(tied(setting)?.entity).toBe("entity:fpa");
  expect(setting.store.pending.value).toEqual([]);
});

it("finds by name, and keeps what is chosen in sight", async () => {
  await opened();

  fireEvent.click(dialog().getByLabelText(/PRH/u));
  fireEvent.input(dialog().getByLabelText("Etsi nimellä"), { target: { value: "jono" } });

  expect(dialog().getAllByRole("checkbox").length).toBe(2);
  expect(dialog().queryByRole("option", { name: /^Kela/u })).toBeNull();
  expect(dialog().getByRole("option", { name: "Jono on pitkä (Sidosryhmät)" })).toBeTruthy();
});

it("says so where there is nothing yet, and where it may not be seen", async () => {
  answer = () => Promise.resolve(Response.json([]));
  await opened();
  expect(dialog().getByRole("status").textContent).toContain("ei ole vielä mitään");

  answer = () =>
    Promise.resolve(Response.json({ code: "not.allowed", message: "Et voi tehdä tätä." }, { status: 403 }));
  await opened();
  expect(dialog().getByRole("status").textContent).toBe("Et voi tehdä tätä.");

  answer = () => Promise.reject(new TypeError("no network"));
  await opened();
  expect(dialog().getByRole("status").textContent).toContain("ei saatu yhteyttä");
});

it("is among a note's actions for those who lead alone", () => {
  const setting = show(<NoteHere />, { you: AINO, notes: ["Kela"] });
  expect(screen.getByRole("button", { name: "Viittaa hakemistoon…" })).toBeTruthy();
  const note = tied(setting);
  expect(note && mayTie(setting.desk, note)).toBe(true);

  show(<NoteHere />, { notes: ["Kela"] });
  expect(screen.queryByRole("button", { name: "Viittaa hakemistoon…" })).toBeNull();
});

function NoteHere() {
  const note = useDesk().store.items.value.get("note:0");
  return isNote(note) ? <NoteActions note={note} /> : null;
}
