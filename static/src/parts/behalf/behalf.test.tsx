import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";

import { AINO, BJORN } from "../../board/makers";
import { ListView } from "../../views/list/ListView";
import { show } from "../makers";
import { NoteFacts } from "../NoteFacts";
import type { Setting } from "../makers";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function leading(you = AINO): Setting {
  const setting = show(<ListView />, {
    you,
    view: "list",
    boot: { role: you === AINO ? "facilitator" : "participant", urls: { state: "/state", led: "/api/v1/workshops/w" } },
  });
  setting.desk.composing.value = "zone:apply/pain";
  return setting;
}

const button = (name: string) => screen.getByRole("button", { name });

function write(text: string): void {
  const field = screen.getByRole("textbox", { name: "Lapun teksti" });
  fireEvent.input(field, { target: { value: text } });
  fireEvent.submit(field.closest("form")!);
}

const last = ({ store }: Setting) => store.pending.value.at(-1);

it("enters notes for so many people until it is ended", async () => {
  const setting = leading();

  fireEvent.click(await screen.findByRole("button", { name: "Kirjaa toisen puolesta" }));
  const count = await screen.findByRole("spinbutton", { name: "Montako henkilöä" });
  expect(button("Valitse")).toHaveProperty("disabled", true);
  fireEvent.input(count, { target: { value: "12" } });
  fireEvent.keyDown(count, { key: "Enter" });
  await screen.findByText("Kirjaat muiden puolesta: 12 henkilöä.");
  write("Jono on pitkä");
  const first = last(setting);
  write("Ovi on raskas");
  const second = last(setting);
  fireEvent.click(button("Lopeta"));
  write("Omani");

  expect([first, second]).toMatchObject([{ voices: 12 }, { voices: 12 }]);
  expect(last(setting)).toMatchObject({ text: "Omani" });
  expect(last(setting)).not.toHaveProperty("voices");
});

it("seats somebody who is not known, and takes a known guest as they are", async () => {
  const fetched = vi.fn<typeof fetch>(async () => Response.json({ id: "p:anna", name: "Anna" }, { status: 201 }));
  vi.stubGlobal("fetch", fetched);
  const setting = leading();

  fireEvent.click(await screen.findByRole("button", { name: "Kirjaa toisen puolesta" }));
  fireEvent.input(await screen.findByRole("combobox", { name: "Nimi tai nimimerkki" }), {
    target: { value: " Anna " },
  });
  fireEvent.click(button("Valitse"));
  await expect.poll(() => document.body.textContent).toContain("Kirjaat muiden puolesta");
  write("Jono on pitkä");
  expect(last(setting)).toMatchObject({ on_behalf: "p:anna" });
  expect(fetched).toHaveBeenCalledWith("/api/v1/workshops/w/people", expect.objectContaining({ method: "POST" }));

  fireEvent.click(button("Lopeta"));
  fireEvent.click(button("Kirjaa toisen puolesta"));
  fireEvent.input(await screen.findByRole("combobox", { name: "Nimi tai nimimerkki" }), { target: { value: BJORN } });
  fireEvent.click(button("Valitse"));
  await screen.findByText(`Kirjaat muiden puolesta: ${BJORN}.`);
  expect(fetched).toHaveBeenCalledOnce();
});

it("says why somebody cannot be seated, and keeps what was written", async () => {
  vi.stubGlobal("fetch", async () => Response.json({ message: "Työpaja on päättynyt." }, { status: 409 }));
  leading();

  fireEvent.click(await screen.findByRole("button", { name: "Kirjaa toisen puolesta" }));
  const name = await screen.findByRole<HTMLInputElement>("combobox", { name: "Nimi tai nimimerkki" });
  fireEvent.input(name, { target: { value: "Anna" } });
  fireEvent.click(button("Valitse"));

  expect((await screen.findByRole("alert")).textContent).toBe("Työpaja on päättynyt.");
  expect(name.value).toBe("Anna");
});

it("is not there for participants", async () => {
  leading(BJORN);

  await screen.findByRole("textbox", { name: "Lapun teksti" });
  expect(screen.queryByRole("button", { name: "Kirjaa toisen puolesta" })).toBeNull();
});

it("says on a note for whom it was entered, by name where it is shown and by count where not", async () => {
  const note = { id: "note:e", kind: "pain", text: "Jono", zone: "zone:apply/pain", author: AINO, voices: 3 };
  show(
    <>
      <NoteFacts note={{ ...note, on_behalf: BJORN }} id="named" chosen={false} />
      <NoteFacts note={note} id="counted" chosen={false} />
    </>,
    { you: "p:chloe" },
  );

  await expect.poll(() => document.getElementById("named")!.textContent).toContain(`Kirjattu puolesta: ${BJORN}, 3 h`);
  expect(document.getElementById("counted")!.textContent).toContain("Kirjattu puolesta: 3 henkilöä");
});
