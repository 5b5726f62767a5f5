import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { lead, makeFloor, part } from "../../board/floor-makers";
import { AINO, BJORN } from "../../board/makers";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { show } from "../makers";

await Promise.all([fetchView("map"), fetchView("list")]);

const HERE = { id: "b:1", title: "Polku", url: "/boards/b:1" };
const THERE = { id: "b:2", title: "Ruudukko", url: "/boards/b:2" };
const boards = [HERE, THERE];
const AGENDA = [
  part(1, { mode: "silent", minutes: 10, instruction: "Yksi asia yhteen lappuun." }),
  part(2, { mode: "look" }),
  part(3, { boards: ["b:2"] }),
];
const now = () => within(screen.getByRole("region", { name: "Nyt" }));
const passes = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });
const inAMoment = (ms: number) => new Date(Date.now() + ms).toISOString();

beforeEach(() => {
  vi.useFakeTimers({
    toFake: [
      "setTimeout",
      "clearTimeout",
      "setInterval",
      "clearInterval",
      "Date",
      "requestAnimationFrame",
      "cancelAnimationFrame",
    ],
  });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("a workshop without an agenda", () => {
  it("shows neither parts nor time", () => {
    show(<App />, { you: AINO, boards });

    expect(screen.queryByRole("navigation", { name: "Ohjelma" })).toBeNull();
    expect(screen.queryByRole("timer")).toBeNull();
    expect(screen.queryByRole("button", { name: "Seuraava osio" })).toBeNull();
    expect(now().getByRole("heading", { name: "Nyt: Kirjoitetaan ja järjestellään" })).toBeTruthy();
  });

  it("has a simple timer and the call in the facilitator's panel", () => {
    const floor = makeFloor([], {}, AINO);
    show(<App />, { you: AINO, boards, floor });

    fireEvent.click(screen.getByRole("button", { name: "Ohjaus" }));
    fireEvent.click(screen.getByRole("button", { name: "Käynnistä 5 min" }));
    fireEvent.click(screen.getByRole("button", { name: "Tuo kaikki tänne" }));

    expect(floor.pending.value).toMatchObject([
      { type: "timer.start", seconds: 300 },
      { type: "summon.call", board: "b:1" },
    ]);
    expect(floor.pending.value.at(-1)).not.toHaveProperty("focus");
  });

  it("calls to the place that whoever calls has chosen in the List", () => {
    const floor = makeFloor([], {}, AINO);
    const { desk } = show(<App />, { you: AINO, boards, floor, view: "list" });
    const lane = desk.latest.value.lanes[1]!;

    fireEvent.click(within(screen.getByRole("group", { name: "Kaista" })).getByRole("button", { name: lane.title }));
    fireEvent.click(screen.getByRole("button", { name: "Ohjaus" }));
    fireEvent.click(screen.getByRole("button", { name: "Tuo kaikki tänne" }));

    expect(floor.pending.value).toMatchObject([{ type: "summon.call", board: "b:1", focus: lane.id }]);
  });
});

describe("the line Now", () => {
  it("tells everybody the part, its instruction and the time, and offers participants nothing to lead", () => {
    const floor = makeFloor(AGENDA, { step: "step:1", timer: { ends_at: inAMoment(378_000), seconds: 600 } });
    show(<App />, { floor, boards, mode: "silent" });

    expect(now().getByRole("heading", { name: "Nyt: Osio 1" })).toBeTruthy();
    expect(now().getByText("Yksi asia yhteen lappuun.")).toBeTruthy();
    expect(now().getByRole("timer").textContent).toBe("06:18");
    expect(now().queryByRole("group")).toBeNull();
    passes(2_000);
    expect(now().getByRole("timer").textContent).toBe("06:16");
  });

  it("says aloud two minutes, one minute and the end, and nothing between", () => {
    const floor = makeFloor(AGENDA, { step: "step:1", timer: { ends_at: inAMoment(121_000), seconds: 600 } });
    const { desk } = show(<App />, { floor, boards });
    const said: string[] = [];
    desk.told.subscribe((told) => told && said.push(told.text));

    passes(130_000);

    expect(said).toEqual(["Aikaa on 2 minuuttia.", "Aikaa on 1 minuutti.", "Aika täynnä"]);
    expect(now().getByText("Aika täynnä")).toBeTruthy();
  });

  it("stands still while the time is held", () => {
    const floor = makeFloor(AGENDA, { step: "step:1", timer: { left_ms: 60_000, seconds: 600 } });
    show(<App />, { floor, you: AINO, boards });
    passes(5_000);

    expect(now().getByRole("timer").textContent).toBe("01:00");
    fireEvent.click(now().getByRole("button", { name: "Jatka aikaa" }));
    fireEvent.click(now().getByRole("button", { name: "+1 min" }));
    expect(floor.pending.value.map(({ type }) => type)).toEqual(["timer.resume", "timer.add"]);
  });

  it("leads to the board of the part if that is another one, by a link and not by itself", () => {
    const floor = makeFloor(AGENDA, { step: "step:3" });
    const { desk } = show(<App />, { floor, boards });
    desk.visit = vi.fn<(url: string) => void>();
    passes(10_000);

    expect(now().getByRole("link", { name: "Siirry tänne: Ruudukko" }).getAttribute("href")).toBe("/boards/b:2");
    expect(desk.visit).not.toHaveBeenCalled();
  });
});

describe("going to the next part", () => {
  const begin = (floor = makeFloor(AGENDA, { step: "step:1" }, AINO)) => {
    const setting = show(<App />, { you: AINO, floor, boards, mode: "silent" });
    act(() => setting.store.hush({ notes: 23, people: 14 }));
    fireEvent.click(now().getByRole("button", { name: "Seuraava osio" }));
    return { ...setting, floor };
  };

  it("says what follows, waits three seconds, and then goes", () => {
    const { floor } = begin();

    expect(screen.getByText(/23 lappua näkyy kaikille/, { selector: ".coming p" })).toBeTruthy();
    passes(2_900);
    expect(floor.pending.value).toEqual([]);
    passes(200);
    expect(floor.pending.value).toMatchObject([{ type: "step.go", step: "step:2" }]);
  });

  it("can be taken back", () => {
    const { floor } = begin();

    passes(50);
    expect(document.activeElement?.textContent).toBe("Peru");
    fireEvent.click(screen.getByRole("button", { name: "Peru" }));
    passes(5_000);

    expect(floor.pending.value).toEqual([]);
  });

  it("is given up when somebody else who leads was first", () => {
    const { floor } = begin();
    act(() => lead(floor, { step: "step:3" }));
    passes(5_000);

    expect(floor.pending.value).toEqual([]);
  });

  it("begins a part's time with it, and goes to any part from the rail", () => {
    const floor = makeFloor(AGENDA, { step: "step:2" }, AINO);
    show(<App />, { you: AINO, floor, boards });

    fireEvent.click(screen.getByRole("button", { name: "Osio 1: Osio 1, valmis" }));
    fireEvent.click(screen.getByRole("button", { name: "Siirry tähän osioon: Osio 1" }));
    passes(3_100);

    expect(floor.pending.value).toMatchObject([
      { type: "step.go", step: "step:1" },
      { type: "timer.start", seconds: 600 },
    ]);
  });
});

describe("a call to another board", () => {
  const call = (you: string = BJORN) => {
    const floor = makeFloor([], {}, you);
    const setting = show(<App />, { you, floor, boards });
    const visit = vi.fn<(url: string) => void>();
    setting.desk.visit = visit;
    return {
      ...setting,
      floor,
      visit,
      calls: (number: number) => act(() => lead(floor, { summon: { number, board: "b:2" } })),
    };
  };
  const strip = () => screen.queryByRole("region", { name: "Kutsu toiselle taululle" });

  it("moves who does nothing after five seconds", () => {
    const { calls, visit } = call();
    calls(2);

    expect(strip()?.textContent).toContain("Fasilitaattori kutsuu: Ruudukko");
    passes(4_500);
    expect(visit).not.toHaveBeenCalled();
    passes(1_000);
    expect(visit).toHaveBeenCalledExactlyOnceWith("/boards/b:2");
  });

  it("moves nobody who writes, and leaves them the link", () => {
    const { calls, visit } = call();
    fireEvent.click(screen.getByRole("button", { name: "Lisää lappu kohtaan: Haku · Kipu" }));
    calls(2);
    passes(30_000);

    expect(visit).not.toHaveBeenCalled();
    expect(within(strip() as HTMLElement).getByRole("link", { name: "Siirry tänne" })).toBeTruthy();
  });

  it("lets one stay, until the next call", () => {
    const { calls, visit } = call();
    calls(2);
    fireEvent.click(screen.getByRole("button", { name: "Jää tähän" }));
    passes(10_000);

    expect(visit).not.toHaveBeenCalled();
    expect(strip()).toBeNull();
    calls(3);
    expect(strip()).toBeTruthy();
  });

  it("moves nobody who leads", () => {
    const { calls, visit } = call(AINO);
    calls(2);
    passes(10_000);

    expect(strip()).toBeTruthy();
    expect(visit).not.toHaveBeenCalled();
  });
});
