/** Arrows as sentences: found, made, refused in words, and gone along. */

import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";

import { METHOD, words } from "../../board/makers";
import type { MethodLink } from "../../board/method";
import { App } from "../../views/App";
import { fetchView } from "../../views/views";
import { show } from "../makers";

await Promise.all([fetchView("map"), fetchView("list")]);

const LINKS: readonly MethodLink[] = [
  { key: "data", title: words("Data"), sentence: words("siirtää dataa") },
  { key: "next", title: words("Seuraava"), sentence: words("seuraa"), from: ["step"], to: ["step"] },
];
const STATES = [{ key: "broken", title: words("Katkennut") }];

function board(wished: Partial<typeof METHOD> = {}, view: "map" | "list" = "list") {
  const method = { ...METHOD, links: LINKS, ...wished };
  return show(<App />, { view, notes: ["Kela", "Verohallinto", "PRH"], boot: { method } });
}

const face = (text: string) => {
  const own = [...document.querySelectorAll("[data-note] .note-text")].find((each) => each.textContent === text);
  return own?.closest<HTMLElement>("[data-note]") as HTMLElement;
};
const sent = (all: readonly object[]) =>
  all.map((each) => Object.fromEntries(Object.entries(each).filter(([name]) => name !== "id" && name !== "link")));

afterEach(async () => {
  cleanup();
  Reflect.deleteProperty(document, "elementFromPoint"); // jsdom has none
  await new Promise((next) => requestAnimationFrame(next)); // what was to be done after the last drawing
});

describe("connecting a note to another", () => {
  async function open(from = "Kela") {
    fireEvent.keyDown(face(from), { key: "l" });
    const dialog = await screen.findByRole("dialog", { name: "Lisää nuoli" });
    const field = within(dialog).getByRole("searchbox");
    return {
      dialog,
      field,
      submit: () => fireEvent.click(within(dialog).getByRole("button", { name: "Lisää nuoli" })),
    };
  }

  it("says so where no note can be the other end", async () => {
    show(<App />, { view: "list", notes: ["Kela"], boot: { method: { ...METHOD, links: LINKS } } });

    const { dialog } = await open();

    expect(within(dialog).getByText("Taululla ei ole vielä lappua, johon tästä voisi vetää nuolen.")).toBeTruthy();
  });

  it("finds the other end by its words, and says the sentence that it makes", async () => {
    const { store, desk } = board();
    const { dialog, field, submit } = await open();

    fireEvent.input(field, { target: { value: "prh" } });
    expect(within(dialog).getByText("Kela – siirtää dataa → PRH")).toBeTruthy();
    submit();

    expect(sent(store.pending.value)).toEqual([{ type: "link.add", from: "note:0", to: "note:2", kind: "data" }]);
    expect(desk.notice.value?.text).toBe("Nuoli lisätty: Kela – siirtää dataa → PRH");
  });

  it("leads to a note that the method gave as well", async () => {
    const { store, log } = board();
    const [op, at] = ["00000000-0000-7000-9000-0000000000ff", "2026-11-21T09:14:03.120Z"];
    act(() => {
      store.receive([{ seq: log.seq + 1, op, by: "system", at, changes: [{ id: "note:2", set: { fixed: true } }] }]);
    });
    const { field, submit } = await open();

    fireEvent.input(field, { target: { value: "prh" } });
    submit();

    expect(sent(store.pending.value)).toEqual([{ type: "link.add", from: "note:0", to: "note:2", kind: "data" }]);
  });

  it("goes through what is found with the arrow keys", async () => {
    const { store } = board();
    const { field, submit } = await open();

    fireEvent.input(field, { target: { value: "h" } });
    fireEvent.keyDown(field, { key: "ArrowDown" });
    submit();

    expect(sent(store.pending.value)).toMatchObject([{ from: "note:0", to: "note:2" }]);
  });

  it("says in words that it is there already, and does not make it twice", async () => {
    const { store, settle, elsewhere } = board();
    act(() => elsewhere({ type: "link.add", link: "link:1", from: "note:0", to: "note:2", kind: "data" }));
    settle();
    const { dialog, field, submit } = await open();

    fireEvent.input(field, { target: { value: "prh" } });
    expect(within(dialog).getByText("Tämä nuoli on jo kartalla: Kela – siirtää dataa → PRH")).toBeTruthy();
    submit();

    expect(store.pending.value).toEqual([]);
  });

  it("says in words where its method knows no such arrow, and that one cannot point at itself", async () => {
    board({
      links: [{ key: "solves", title: words("Ratkaisee"), sentence: words("ratkaisee"), from: ["pain"], to: ["step"] }],
    });
    const { dialog, field } = await open();

    fireEvent.input(field, { target: { value: "verohallinto" } });
    expect(
      within(dialog).getByText("Tällä kartalla ei ole nuolta, joka kulkisi näin: Kela → Verohallinto"),
    ).toBeTruthy();
    fireEvent.input(field, { target: { value: "kela" } });
    expect(within(dialog).getByText("Nuoli tarvitsee kaksi eri päätä. Vie se toiseen lappuun.")).toBeTruthy();
  });
});

describe("in the List", () => {
  it("each note has its arrows as sentences, and they lead to the other end", async () => {
    const { elsewhere } = board({ link_states: STATES });
    act(() => {
      elsewhere({ type: "link.add", link: "link:1", from: "note:0", to: "note:2", kind: "data", label: "yöllä" });
      elsewhere({ type: "link.set", link: "link:1", fields: { state: "broken" } });
    });

    const own = await screen.findByRole("list", { name: "Lapun nuolet: Kela" });
    expect(own.textContent).toBe("siirtää dataa → PRH · Katkennut · yöllä");
    const others = screen.getByRole("list", { name: "Lapun nuolet: PRH" });
    expect(others.textContent).toBe("Kela – siirtää dataa → tähän · Katkennut · yöllä");
    fireEvent.click(within(own).getByRole("button"));

    await waitFor(() => expect(document.activeElement).toBe(face("PRH")));
  });

  it("an arrow draws anew the notes that it ties, and no other", async () => {
    const { elsewhere, desk } = board();
    act(() => elsewhere({ type: "link.add", link: "link:1", from: "note:0", to: "note:1", kind: "data" }));
    const before = desk.linksOf.value;

    act(() => elsewhere({ type: "link.add", link: "link:2", from: "note:1", to: "note:2", kind: "data" }));

    expect(desk.linksOf.value.get("note:0")).toBe(before.get("note:0"));
    expect(desk.linksOf.value.get("note:1")).toHaveLength(2);
  });
});

describe("on the map", () => {
  it("all arrows shown, those of the note in hand stand out, and what they lead to", async () => {
    const { elsewhere, desk } = board({}, "map");
    act(() => elsewhere({ type: "link.add", link: "link:1", from: "note:0", to: "note:2", kind: "data" }));
    expect(desk.tracing.value.size).toBe(0);

    act(() => {
      desk.arrows.value = true;
      desk.inHand.value = new Set(["note:0"]);
    });

    expect([...desk.tracing.value].toSorted()).toEqual(["note:0", "note:2"]);
    await waitFor(() => expect(face("Verohallinto").parentElement?.className).toContain("faded"));
    expect(face("PRH").parentElement?.className).not.toContain("faded");
  });

  it("the note in hand has a handle, drawn from which an arrow says what it would be before it is let go", async () => {
    const { store, desk } = board({}, "map");
    act(() => {
      desk.inHand.value = new Set(["note:0"]);
    });
    const handle = await screen.findByRole("button", { name: "Vedä nuoli toiseen lappuun: Kela" });
    const over = (element: Element) => {
      document.elementFromPoint = () => element;
    };

    fireEvent.pointerDown(handle, { button: 0, pointerId: 1, clientX: 0, clientY: 0 });
    over(face("PRH"));
    fireEvent.pointerMove(window, { pointerId: 1, clientX: 90, clientY: 40 });
    expect(document.querySelector(".link-tag")?.textContent).toBe("Kela – siirtää dataa → PRH");
    fireEvent.pointerUp(window, { pointerId: 1, clientX: 90, clientY: 40 });

    expect(sent(store.pending.value)).toEqual([{ type: "link.add", from: "note:0", to: "note:2", kind: "data" }]);
    expect(document.querySelector(".link-drawing")).toBeNull();
  });

  it("an arrow that is let go on empty ground is not made, and that is said", async () => {
    const { store, desk } = board({}, "map");
    act(() => {
      desk.inHand.value = new Set(["note:0"]);
    });
    const handle = await screen.findByRole("button", { name: /^Vedä nuoli/ });
    document.elementFromPoint = () => document.body;

    fireEvent.pointerDown(handle, { button: 0, pointerId: 1, clientX: 0, clientY: 0 });
    fireEvent.pointerMove(window, { pointerId: 1, clientX: 90, clientY: 40 });
    fireEvent.pointerUp(window, { pointerId: 1, clientX: 90, clientY: 40 });

    expect(store.pending.value).toEqual([]);
    expect(desk.notice.value?.text).toBe("Nuoli ei osunut lappuun, joten sitä ei lisätty.");
  });
});
