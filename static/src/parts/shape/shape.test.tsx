import { act, cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";

import { AINO } from "../../board/makers";
import { Matrix } from "../../views/map/Matrix";
import { ListView } from "../../views/list/ListView";
import { MovedStrip } from "../MovedStrip";
import { show } from "../makers";
import type { Setting } from "../makers";

afterEach(cleanup);

function phases({ desk }: Setting): readonly string[] {
  return desk.latest.value.phases.map(({ title }) => title);
}

function lanes({ desk }: Setting): readonly string[] {
  return desk.latest.value.lanes.map(({ title }) => title);
}

const field = () => screen.findByRole("combobox", { name: "Nimi" });

async function name(text: string): Promise<void> {
  const now = await field();
  fireEvent.input(now, { target: { value: text } });
  fireEvent.submit(now.closest("form")!);
}

it("adds phases one after the other: a name, Enter, and nothing else", async () => {
  const setting = show(<Matrix />, { you: AINO });
  const before = phases(setting);

  fireEvent.click(screen.getByRole("button", { name: "Lisää vaihe" }));
  expect(document.activeElement).toBe(await field());
  await name("Palaan");
  await name("Kiitän");
  setting.settle();
  expect(phases(setting)).toEqual([...before, "Palaan", "Kiitän"]);

  fireEvent.keyDown(await field(), { key: "Escape" });
  expect(await screen.findByRole("button", { name: "Lisää vaihe" })).toBeTruthy();
  expect(screen.queryByRole("combobox", { name: "Nimi" })).toBeNull();
});

it("names a phase where it stands; Escape leaves the name it had", async () => {
  const setting = show(<Matrix />, { you: AINO });
  const [first = "", ...others] = phases(setting);

  fireEvent.click(screen.getByRole("button", { name: `Muokkaa: ${first}` }));
  await name("Huomaan");
  setting.settle();
  expect(phases(setting)).toEqual(["Huomaan", ...others]);

  fireEvent.click(await screen.findByRole("button", { name: "Muokkaa: Huomaan" }));
  fireEvent.input(await field(), { target: { value: "Jotain muuta" } });
  fireEvent.keyDown(await field(), { key: "Escape" });
  setting.settle();
  expect(phases(setting)).toEqual(["Huomaan", ...others]);
});

it("keeps a name that was written when one goes on to something else", async () => {
  const setting = show(<Matrix />, { you: AINO });
  const [first = "", ...others] = phases(setting);

  fireEvent.click(screen.getByRole("button", { name: `Muokkaa: ${first}` }));
  fireEvent.input(await field(), { target: { value: "Huomaan" } });
  fireEvent.pointerDown(document.body);
  setting.settle();

  expect(phases(setting)).toEqual(["Huomaan", ...others]);
});

it("moves a phase by buttons, and the pressed one keeps the focus", async () => {
  const setting = show(<Matrix />, { you: AINO });
  const [first = "", second = "", ...others] = phases(setting);

  fireEvent.click(screen.getByRole("button", { name: `Muokkaa: ${first}` }));
  const earlier = await screen.findByRole("button", { name: `Siirrä aiemmaksi: ${first}` });
  expect(earlier.getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(earlier);
  expect(phases(setting)).toEqual([first, second, ...others]);
  fireEvent.click(screen.getByRole("button", { name: `Siirrä myöhemmäksi: ${first}` }));
  setting.settle();
  expect(phases(setting)).toEqual([second, first, ...others]);
  expect((await screen.findByRole("button", { name: `Siirrä myöhemmäksi: ${first}` })).matches(":focus")).toBe(true);

  fireEvent.click(screen.getByRole("button", { name: `Siirrä aiemmaksi: ${first}` }));
  setting.settle();
  expect(phases(setting)).toEqual([first, second, ...others]);
});

it("says what goes with a phase before it is removed, and one press brings all back", async () => {
  const setting = show(
    <>
      <Matrix />
      <MovedStrip />
    </>,
    { you: AINO, notes: ["Jono", "Lomake"] },
  );
  const before = phases(setting);
  const phase = setting.desk.latest.value.phases.find(({ count }) => count === 2)!;

  fireEvent.click(screen.getByRole("button", { name: `Muokkaa: ${phase.title}` }));
  await screen.findByText("2 lappua siirtyy kohtaan Sijoittamatta.");
  fireEvent.click(screen.getByRole("button", { name: `Poista ${phase.title}` }));
  setting.settle();
  expect(setting.desk.latest.value.unplaced.notes.length).toBe(2);

  await screen.findByText(`Poistettu: ${phase.title}`);
  fireEvent.click(within(document.querySelector<HTMLElement>(".moved-strip")!).getByRole("button"));
  setting.settle();
  expect(phases(setting)).toEqual(before);
  expect(setting.desk.latest.value.unplaced.notes.length).toBe(0);
});

it("names and adds lanes in the List, where a lane is a chip", async () => {
  const setting = show(<ListView />, { you: AINO, view: "list" });
  const [first = "", second = ""] = lanes(setting);
  const row = () => within(screen.getByRole("group", { name: "Kaista" }));

  fireEvent.click(row().getByRole("button", { name: new RegExp(`^${first}`) }));
  fireEvent.click(await screen.findByRole("button", { name: `Muokkaa: ${first}` }));
  await name("Esteet");
  setting.settle();
  expect(lanes(setting)).toEqual(["Esteet", second]);

  fireEvent.click(row().getByRole("button", { name: "Lisää kaista" }));
  await name("Säännöt");
  setting.settle();
  expect(lanes(setting)).toEqual(["Esteet", second, "Säännöt"]);
});

it("lets one add a phase in the List where there is one, or none", async () => {
  const setting = show(<ListView />, { you: AINO, view: "list" });
  for (const { id } of setting.desk.latest.value.phases) {
    act(() => setting.elsewhere({ type: "zone.remove", zone: id }, AINO));
    expect(screen.getByRole("button", { name: "Lisää vaihe" })).toBeTruthy();
  }

  fireEvent.click(screen.getByRole("button", { name: "Lisää vaihe" }));
  await name("Alku");
  setting.settle();
  expect(phases(setting)).toEqual(["Alku"]);
});

it("offers none of it to those who may not shape the board", () => {
  show(<Matrix />);

  expect(screen.queryByRole("button", { name: /^(Muokkaa|Lisää vaihe|Lisää kaista)/ })).toBeNull();
});

it("calls columns and rows what the method calls them", () => {
  const { boot } = show(<Matrix />, { you: AINO }).desk;
  const phase_name = { fi: "Tehtävä", sv: "Uppgift", en: "Task" };
  const lane_name = { fi: "Osa-alue", sv: "Delområde", en: "Area" };
  show(<Matrix />, { you: AINO, boot: { method: { ...boot.method, phase_name, lane_name } } });

  expect(screen.getByRole("button", { name: "Lisää tehtävä" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Lisää osa-alue" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Lisää (vaihe|kaista)/ })).toBeNull();
});
