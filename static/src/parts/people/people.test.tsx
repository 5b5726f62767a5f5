import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, describe, expect, it, vi } from "vitest";

import { AINO, BJORN } from "../../board/makers";
import { PeoplePanel } from "../dialogs/PeoplePanel";
import { show } from "../makers";
import { DevicePanel } from "./DevicePanel";

const LED = "/api/v1/workshops/1";
const BJÖRN = { id: BJORN, name: "Björn", organisation: "Porvoo", role: "participant", group: "g1" };

/** A server that remembers who is in; returns what it was asked. */
function serve(people: readonly object[]) {
  let door = true;
  let known = [...people];
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string, { method = "GET", body }: RequestInit = {}) => {
    asked.push(`${method} ${url}${typeof body === "string" ? ` ${body}` : ""}`);
    if (method === "PUT") door = (JSON.parse(String(body)) as { is_open: boolean }).is_open;
    if (method === "DELETE")
      known = known.filter((each) => !url.endsWith(encodeURIComponent((each as { id: string }).id)));
    const all = {
      people: known,
      groups: [
        { id: "g1", name: "Luvat" },
        { id: "g2", name: "Tuet" },
      ],
      is_door_open: door,
      code: "7KF2QX9M",
    };
    const said =
      method === "POST"
        ? { code: "NEWC0DE1", link: "http://example.org/j/NEWC0DE1", qr: "<svg></svg>", changed: 1 }
        : all;
    return Promise.resolve({ ok: true, status: method === "DELETE" ? 204 : 200, json: () => Promise.resolve(said) });
  });
  return asked;
}

function open(people: readonly object[]) {
  const asked = serve(people);
  const workshop = { title: "", crumb: "", status: "live", code: "7KF2QX9M", join: "http://example.org/j/7KF2QX9M" };
  const setting = show(<PeoplePanel />, {
    you: AINO,
    boards: [{ id: "b1", title: "Palvelupolku", url: "/boards/b1" }],
    boot: { role: "facilitator", workshop: { ...workshop, qr: null }, urls: { state: "/state", led: LED } },
  });
  return { asked, ...setting };
}

const rows = () => screen.getAllByRole("listitem").map((row) => row.textContent);

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the people panel of those who lead", () => {
  it("has everybody by name, where they are, and no figures", async () => {
    open([
      { ...BJÖRN, board: null, is_writing: false },
      { ...BJÖRN, id: "p:2", name: "Åsa", organisation: "", board: null, is_writing: false },
      { ...BJÖRN, id: "p:3", name: "anna", board: "b1", is_writing: true },
      { ...BJÖRN, id: AINO, name: "Aino", role: "facilitator", group: null, board: "b1", is_writing: false },
    ]);

    await screen.findByText("Björn");

    expect(rows()).toEqual([
      "AAino (sinä)fasilitaattoriPorvoo · Palvelupolkupaikalla",
      "AannaPorvoo · Luvat · Palvelupolkukirjoittaa",
      "BBjörnPorvoo · Luvatpoissa",
      "ÅÅsaLuvatpoissa",
    ]);
  });

  it("sends somebody out in two clicks, saying what follows", async () => {
    const { asked } = open([{ ...BJÖRN, board: "b1", is_writing: false }]);

    fireEvent.click(await screen.findByRole("button", { name: "Poista työpajasta: Björn" }));
    const question = screen.getByRole("group", { name: "Poistetaanko Björn työpajasta?" });
    expect(question.textContent).toContain("Hänen lappunsa jäävät");
    fireEvent.click(within(question).getByRole("button", { name: "Poista" }));

    await waitFor(() => expect(screen.queryByText("Björn")).toBeNull());
    expect(asked).toContain(`DELETE /api/v1/participants/${encodeURIComponent(BJORN)}`);
  });

  it("closes the door in one click", async () => {
    const { asked } = open([{ ...BJÖRN, board: "b1", is_writing: false }]);

    fireEvent.click(await screen.findByRole("button", { name: "Sulje ovi" }));

    expect(await screen.findByRole("button", { name: "Avaa ovi" })).toBeTruthy();
    expect(asked).toContain(`PUT ${LED}/door {"is_open":false}`);
  });

  it("changes the code in two clicks, and the invitation with it", async () => {
    const { desk } = open([{ ...BJÖRN, board: "b1", is_writing: false }]);

    fireEvent.click(await screen.findByRole("button", { name: "Vaihda koodi" }));
    fireEvent.click(screen.getByRole("button", { name: "Vaihda koodi" }));

    await waitFor(() => expect(desk.invitation.value?.code).toBe("NEWC0DE1"));
    expect(desk.invitation.value?.join).toBe("http://example.org/j/NEWC0DE1");
  });

  it("merges two spellings", async () => {
    const { asked } = open([
      { ...BJÖRN, board: null, is_writing: false },
      { ...BJÖRN, id: "p:2", name: "Åsa", organisation: "Porvon kaupunki", board: null, is_writing: false },
    ]);

    fireEvent.change(await screen.findByLabelText("Poistuva kirjoitusasu"), { target: { value: "Porvon kaupunki" } });
    fireEvent.change(screen.getByLabelText("Säilyvä kirjoitusasu"), { target: { value: "Porvoo" } });
    fireEvent.click(screen.getByRole("button", { name: "Yhdistä" }));

    await waitFor(() =>
      expect(asked).toContain(`POST ${LED}/organisations/merge {"dropped":"Porvon kaupunki","kept":"Porvoo"}`),
    );
  });

  it("draws the badge beside the name of who leads, and lets nobody type it", async () => {
    open([
      { ...BJÖRN, name: "Aino (fasilitaattori) ✔", board: null, is_writing: false },
      { ...BJÖRN, id: "p:2", name: "x", organisation: "fasilitaattori", board: null, is_writing: false },
      { ...BJÖRN, id: "u:2", name: "Aino", role: "facilitator", board: "b1", is_writing: false },
    ]);

    await screen.findByText("Aino");

    const badged = [...document.querySelectorAll(".lead-badge")].map((badge) => badge.closest("li")?.textContent);
    expect(badged).toEqual(["AAinofasilitaattoriPorvoo · Luvat · Palvelupolkupaikalla"]);
  });
});

it("shows a participant only who is here, with nothing to lead by", () => {
  show(<PeoplePanel />, { you: BJORN });

  expect(screen.getByRole("dialog", { name: "Paikalla nyt" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Poista|Sulje ovi|Vaihda koodi/ })).toBeNull();
});

describe("going on with another device", () => {
  const code = { code: "7KF2QX9M", address: "example.org/join", qr: '<svg width="1" height="1"></svg>' };
  const answers = (status: number, said: object) =>
    vi.stubGlobal("fetch", () => Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(said) }));

  it("shows a picture and a code, until they are too old", async () => {
    vi.useFakeTimers();
    answers(201, code);
    const { desk } = show(<DevicePanel />, { you: BJORN });
    await vi.advanceTimersByTimeAsync(10);

    expect(screen.getByText("7KF2 QX9M")).toBeTruthy();
    expect(screen.getByRole("img").querySelector("svg")).toBeTruthy();
    await vi.advanceTimersByTimeAsync(120_000);

    expect(screen.queryByText("7KF2 QX9M")).toBeNull();
    expect(desk.told.value?.text).toBe("Koodi vanheni.");
    fireEvent.click(screen.getByRole("button", { name: "Tee uusi koodi" }));
    await vi.advanceTimersByTimeAsync(10);
    expect(screen.getByText("7KF2 QX9M")).toBeTruthy();
    vi.useRealTimers();
  });

  it("says why there is none", async () => {
    answers(429, { message: "Liian monta yritystä." });
    show(<DevicePanel />, { you: BJORN });

    expect((await screen.findByRole("alert")).textContent).toBe("Liian monta yritystä.");
  });
});
