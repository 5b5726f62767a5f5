/** Typed fields: read from what people type, set beside a note or over several, supplied by the place. */

import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, it, test, vi } from "vitest";

import { AINO, METHOD, words } from "../../board/makers";
import type { MethodField } from "../../board/method";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { DeskContext } from "../desk";
import { show } from "../makers";
import type { Setting } from "../makers";
import { FieldEditor } from "./FieldEditor";
import typed from "./typed-values.json";
import { namesOn, read } from "./values";

await Promise.all([fetchView("map"), fetchView("list")]);

const SCALE = { low: words("haittaa"), high: words("estää") };
const EVIDENCE: MethodField = {
  key: "evidence",
  title: words("Mistä tiedetään"),
  type: "choice",
  choices: [
    { key: "heard", title: words("Kuultu") },
    { key: "data", title: words("Mitattu") },
  ],
};
const FIELDS: readonly MethodField[] = [
  { key: "severity", title: words("Vakavuus"), type: "scale5", ...SCALE },
  { key: "mood", title: words("Tunne"), type: "emotion", ...SCALE },
  { key: "wait", title: words("Odotus"), type: "number", unit: words("päivää") },
  { key: "owner", title: words("Vastuu"), type: "organisation" },
  { key: "payers", title: words("Maksajat"), type: "organisations" },
  { key: "source", title: words("Lähde"), type: "reference" },
  { key: "page", title: words("Sivu"), type: "link" },
  EVIDENCE,
];
const method = { ...METHOD, kinds: METHOD.kinds.map((kind) => ({ ...kind, fields: FIELDS })) };

function lead(): Setting {
  return show(<App />, { you: AINO, notes: ["Jono", "Odotus", "Lomake"], boot: { method } });
}

function open(setting: Setting, ...notes: string[]): HTMLElement {
  act(() => {
    setting.desk.dialog.value = { name: "fields", notes };
  });
  return screen.getByRole("dialog");
}

afterEach(async () => {
  cleanup();
  await new Promise((next) => requestAnimationFrame(next));
});

test.each([
  ["organisation", ["Jono", "Lomake", "Odotus"], ["Jono", "Lomake", "Odotus"]],
  ["person_group", [], ["Jono", "Lomake", "Odotus"]],
])("names are suggested by what a kind is: %s", (form, organisations, stakeholders) => {
  const kinds = method.kinds.map((kind) => ({
    ...kind,
    entity: "stakeholders",
    tint: "idea" as const,
    sets: { form },
  }));
  const { desk } = show(<App />, { notes: ["Jono", "Odotus", "Lomake"], boot: { method: { ...method, kinds } } });

  expect(namesOn(desk, "organisation")).toEqual(organisations);
  expect(namesOn(desk, "stakeholder")).toEqual(stakeholders);
});

/** The same examples are read from files by the server's own test. */
test.each(typed)("$typed is read as from a file ($type)", ({ type, typed: text, value }) => {
  const choices = EVIDENCE.choices!;
  const found = read({ key: "f", title: words("Tieto"), type: type as MethodField["type"], choices }, text);

  expect("value" in found ? found.value : null).toEqual(value);
});

describe("what is typed", () => {
  const field = (type: MethodField["type"], more: Partial<MethodField> = {}): MethodField => ({
    key: "f",
    title: words("Tieto"),
    type,
    ...more,
  });

  it.each([
    [field("scale5"), "3", 3],
    [field("scale5"), "4/5", 4],
    [field("emotion"), "−2", -2],
    [field("number", { unit: words("päivää") }), "1 200 päivää", 1200],
    [field("flag"), "kyllä", true],
    [field("flag"), "ei", false],
    [EVIDENCE, "kuultu", "heard"],
    [EVIDENCE, "data", "data"],
    [field("choices", { choices: EVIDENCE.choices ?? [] }), "Kuultu, mitattu (en)", ["heard", "data"]],
    [field("date"), "24.11.2026", "2026-11-24"],
    [field("link"), "https://suomi.fi/a", "https://suomi.fi/a"],
    [field("organisation"), " Kela \n", "Kela"],
    [field("organisations"), "Kunta, sivistystoimi;  PRH\nPRH", ["Kunta, sivistystoimi", "PRH"]],
    [field("reference"), "VN/30844/2022", "VN/30844/2022"],
    [field("text"), "  ", null],
  ])("is read as its field's value", (of, typed, value) => {
    expect(read(of, typed)).toEqual({ value });
  });

  it.each([
    [field("scale5"), "6"],
    [field("scale5"), "2,5"],
    [field("emotion"), "3"],
    [field("number"), "noin 5"],
    [EVIDENCE, "luultu"],
    [field("date"), "31.2.2026"],
    [field("link"), "javascript:alert(1)"],
    [field("link"), "https://aino:salasana@suomi.fi"],
    [field("organisation"), "x".repeat(201)],
    [field("organisations"), Array.from({ length: 21 }, (_, n) => `Kunta ${n}`).join(";")],
    [field("organisations"), `PRH; ${"x".repeat(201)}`],
    [field("reference"), "aino@kunta.fi"],
    [field("reference"), "soita 040 123 4567"],
    [field("text"), "x".repeat(501)],
  ])("is refused beyond its bounds", (of, typed) => {
    expect(read(of, typed)).toHaveProperty("wrong");
  });
});

test("a press on a step says it at once, and a second press takes it away", () => {
  const setting = lead();
  const card = open(setting, "note:0");
  const scale = () => within(card).getByRole("group", { name: "Vakavuus" });

  fireEvent.click(within(scale()).getByRole("radio", { name: "5, estää" }));
  act(() => setting.settle());
  expect(setting.store.items.value.get("note:0")?.["fields"]).toEqual({ severity: 5 });

  fireEvent.click(within(scale()).getByRole("radio", { name: "5, estää" }));
  act(() => setting.settle());
  expect(setting.store.items.value.get("note:0")?.["fields"]).toBeUndefined();
});

test("several notes get it together, keep what differs, and one undo takes it back", () => {
  const setting = lead();
  act(() => setting.store.act({ type: "note.set", note: "note:1", fields: { severity: 2 } }));
  act(() => setting.settle());
  const card = open(setting, "note:0", "note:1", "note:2");
  expect(within(card).getAllByText("Lapuilla on eri arvoja")).toHaveLength(1);

  fireEvent.click(within(card).getByRole("radio", { name: "+1, myönteinen" }));
  act(() => setting.settle());
  const fields = () => ["note:0", "note:1", "note:2"].map((id) => setting.store.items.value.get(id)?.["fields"]);
  expect(fields()).toEqual([{ mood: 1 }, { severity: 2, mood: 1 }, { mood: 1 }]);

  act(() => setting.store.undo());
  act(() => setting.settle());
  expect(fields()).toEqual([undefined, { severity: 2 }, undefined]);
});

test("several names are added by Enter or when the field is left, and each is taken away by its button", () => {
  const setting = lead();
  const card = open(setting, "note:0");
  const group = () => within(card).getByRole("group", { name: "Maksajat" });
  const payers = () => setting.store.items.value.get("note:0")?.["fields"];
  const type = (text: string) => {
    const field = within(group()).getByRole("combobox", { name: "Uusi nimi" });
    fireEvent.input(field, { target: { value: text } });
    return field;
  };

  fireEvent.keyDown(type("PRH"), { key: "Enter" });
  act(() => setting.settle());
  const emptied = type("Kela; PRH");
  fireEvent.blur(emptied);
  act(() => setting.settle());
  expect(payers()).toEqual({ payers: ["PRH", "Kela"] });
  expect((emptied as HTMLInputElement).value).toBe("");
  expect(namesOn(setting.desk, "organisation")).toEqual(["Kela", "PRH"]);

  fireEvent.click(within(group()).getByRole("button", { name: "Poista PRH" }));
  act(() => setting.settle());
  expect(payers()).toEqual({ payers: ["Kela"] });
  expect(document.activeElement).toBe(emptied);

  fireEvent.click(within(group()).getByRole("button", { name: "Poista Kela" }));
  act(() => setting.settle());
  expect(payers()).toBeUndefined();
});

test("in a cell several names are one text, and suggestions leave those before", () => {
  const setting = lead();
  const onChange = vi.fn<(value: unknown) => void>();
  const field = FIELDS.find(({ key }) => key === "payers")!;
  render(
    <DeskContext.Provider value={setting.desk}>
      <FieldEditor bare field={field} value={["PRH"]} onChange={onChange} />
    </DeskContext.Provider>,
  );
  act(() => setting.store.act({ type: "note.set", note: "note:1", fields: { owner: "Kela" } }));
  const cell = screen.getByRole<HTMLInputElement>("combobox", { name: "Maksajat" });
  expect(cell.value).toBe("PRH");

  fireEvent.input(cell, { target: { value: "PRH; " } });
  expect([...cell.list!.options].map(({ value }) => value)).toContain("PRH; Kela");
  fireEvent.input(cell, { target: { value: "PRH; Kela" } });
  fireEvent.blur(cell);
  expect(onChange.mock.calls).toEqual([[["PRH", "Kela"]]]);
});

test("what does not fit is said beside the field and not sent", () => {
  const setting = lead();
  const card = open(setting, "note:0");
  const source = within(card).getByRole("textbox", { name: "Lähde" });

  fireEvent.input(source, { target: { value: "aino@kunta.fi" } });
  fireEvent.blur(source);

  expect(within(card).getByRole("alert").textContent).toContain("Nimeä lähde");
  expect(setting.store.pending.value).toEqual([]);
});

test("Escape in the card keeps what was half written, and shows once what does not fit before it goes", () => {
  const setting = lead();
  const begin = (name: string, text: string) => {
    const field = within(open(setting, "note:0")).getByRole("textbox", { name });
    fireEvent.input(field, { target: { value: text } });
    return field;
  };
  const close = () => fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));
  const page = begin("Sivu", "https://prh.fi/y");
  expect(fireEvent.keyDown(page, { key: "Escape" })).toBe(true); // the browser goes on to close the card
  close();
  act(() => setting.settle());
  expect(setting.store.items.value.get("note:0")?.["fields"]).toEqual({ page: "https://prh.fi/y" });

  const wait = begin("Odotus (päivää)", "pitkään");
  expect(fireEvent.keyDown(wait, { key: "Escape" })).toBe(false); // not yet
  const told = within(screen.getByRole("dialog")).getByRole("alert").textContent;
  expect(told).toBe("Kirjoita kokonaisluku, enintään miljardi.");
  expect(fireEvent.keyDown(wait, { key: "Escape" })).toBe(true);
  close();
  expect(setting.desk.notice.value?.text).toBe(
    "Odotus (päivää): ”pitkään” jäi tallentamatta. Kirjoita kokonaisluku, enintään miljardi.",
  );
});

test("what the place says is told and cannot be chosen over it", () => {
  const setting = lead();
  act(() => setting.store.act({ type: "note.move", note: "note:0", zone: "zone:grid", x: 0, y: 9000 }));
  act(() => setting.settle());

  const card = open(setting, "note:0");

  expect(within(card).queryByRole("group", { name: "Vakavuus" })).toBeNull();
  expect(card.querySelector("dl")?.textContent).toBe("Vakavuus5");
});

test("how it is known is asked and shown only where those who lead want it", () => {
  const setting = lead();
  act(() => setting.store.act({ type: "note.set", note: "note:0", fields: { evidence: "heard" } }));
  act(() => setting.settle());
  expect(within(open(setting, "note:0")).queryByRole("combobox", { name: "Mistä tiedetään" })).toBeNull();
  expect(screen.queryByText("Kuultu", { selector: ".fact" })).toBeNull();

  act(() => {
    setting.desk.dialog.value = { name: "control" };
  });
  fireEvent.click(screen.getByRole("checkbox", { name: "Kysy, mistä asiat tiedetään" }));
  act(() => setting.settle());

  expect(setting.desk.board.value?.evidence).toBe("shown");
  expect(screen.getByText("Kuultu", { selector: ".fact" })).toBeTruthy();
  expect(within(open(setting, "note:0")).getByRole("combobox", { name: "Mistä tiedetään" })).toBeTruthy();
});
