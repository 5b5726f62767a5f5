import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { addNote } from "../board/makers";
import { App } from "../views/App";
import { fetchView } from "../views/views";
import { KeptDrafts } from "./kept-texts";
import { show } from "./makers";
import { CAUGHT_UP_MS } from "./Meanwhile";

await Promise.all([fetchView("map"), fetchView("list")]);

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const passes = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

describe("coming back", () => {
  const leave = (forMs: number) => {
    const setting = show(<App />, { view: "list", notes: ["Yksi", "Kaksi"] });
    passes(CAUGHT_UP_MS);
    const { store, elsewhere, desk } = setting;
    const said: string[] = [];
    desk.told.subscribe((told) => told && said.push(told.text));
    act(() => store.setLine("closed"));
    act(() => store.act(addNote("note:mine", { text: "Oma" })));
    act(() => {
      elsewhere(addNote("note:8", { text: "Kolme", order: "a8" }));
      elsewhere(addNote("note:9", { text: "Neljä", order: "a9" }));
      elsewhere({ type: "note.remove", note: "note:0" });
      elsewhere({ type: "mode.set", mode: "vote" });
    });
    passes(forMs);
    act(() => store.setLine("open"));
    passes(CAUGHT_UP_MS);
    return { ...setting, said: () => said.filter((text) => text.startsWith("Sillä välin")) };
  };
  const line = () => screen.queryByRole("region", { name: "Sillä välin" });

  it("says in one line what happened, once, until it is closed", () => {
    const { said } = leave(5 * MINUTE);
    const words = "Sillä välin: 2 uutta lappua, 1 lappu poistettu, nyt äänestetään.";

    expect(line()?.textContent).toBe(words);
    expect(said()).toEqual([words]);
    fireEvent.click(screen.getByRole("button", { name: "Sulje" }));
    passes(MINUTE);
    expect(line()).toBeNull();
  });

  it("says nothing after a moment", () => {
    const { said } = leave(10_000);

    expect(line()).toBeNull();
    expect(said()).toEqual([]);
  });
});

describe("what was written", () => {
  it("is there again, half written, for the one who wrote it", () => {
    const drafts = new KeptDrafts("b:1", "p:bjorn");
    drafts.set("zone:apply/pain", "Kesken jää").set("zone:core", "Toinen").delete("zone:core");

    expect([...new KeptDrafts("b:1", "p:bjorn")]).toEqual([["zone:apply/pain", "Kesken jää"]]);
    expect(new KeptDrafts("b:1", "p:chloe").size).toBe(0);
    vi.setSystemTime(Date.now() + 25 * 60 * MINUTE);
    expect(new KeptDrafts("b:1", "p:bjorn").size).toBe(0);
  });
});
