import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { AINO, METHOD } from "../../board/makers";
import { Matrix } from "../../views/map/Matrix";
import { show } from "../makers";

const NAMES = [
  { type: "stakeholder", name: "Kela" },
  { type: "stakeholder", name: "PRH" },
  { type: "step", name: "Hae lupaa" },
  { type: "action", name: "Kokeile" },
];

let asked: string[];
let answer: () => Promise<Response>;

beforeEach(() => {
  asked = [];
  answer = () => Promise.resolve(Response.json(NAMES));
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return answer();
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function suggested(): readonly string[] {
  const list = screen.getByRole<HTMLInputElement>("combobox", { name: "Nimi" }).list;
  return [...(list?.options ?? [])].map(({ value }) => value);
}

it("suggests organisations for a lane and steps for a phase, asked for once", async () => {
  show(<Matrix />, { you: AINO });

  fireEvent.click(screen.getByRole("button", { name: "Lisää kaista" }));
  await screen.findByRole("combobox", { name: "Nimi" });
  await waitFor(() => expect(suggested()).toEqual(["Kela", "PRH"]));
  fireEvent.input(screen.getByRole("combobox"), { target: { value: "kela " } });
  fireEvent.submit(screen.getByRole("combobox").closest("form")!);
  await waitFor(() => expect(suggested()).toEqual(["PRH"]));

  fireEvent.click(screen.getByRole("button", { name: "Lisää vaihe" }));
  await waitFor(() => expect(suggested()).toEqual(["Hae lupaa"]));
  expect(asked).toEqual(["/api/v1/boards/b%3A1/names"]);
});

it("suggests what the method makes columns of, such as tasks", async () => {
  const carries = [
    { type: "step", as: "phase" },
    { type: "action", as: "phase" },
  ];
  show(<Matrix />, { you: AINO, boot: { method: { ...METHOD, carries } } });

  fireEvent.click(screen.getByRole("button", { name: "Lisää vaihe" }));
  await screen.findByRole("combobox", { name: "Nimi" });
  await waitFor(() => expect(suggested()).toEqual(["Hae lupaa", "Kokeile"]));
});

it("takes any name where nothing could be asked", async () => {
  answer = () => Promise.reject(new TypeError("no network"));
  const { desk, settle } = show(<Matrix />, { you: AINO });

  fireEvent.click(screen.getByRole("button", { name: "Lisää kaista" }));
  const field = await screen.findByRole("combobox", { name: "Nimi" });
  expect(suggested()).toEqual([]);
  fireEvent.input(field, { target: { value: "Vantaa" } });
  fireEvent.submit(field.closest("form")!);
  settle();

  expect(desk.latest.value.lanes.map(({ title }) => title)).toContain("Vantaa");
});
