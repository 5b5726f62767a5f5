import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";

import type { BoardItem, NamedKind } from "../../board/items";
import { AINO, METHOD, OWN_KINDS } from "../../board/makers";
import type { BoardSet } from "../../board/operations";
import { useDesk } from "../desk";
import { KindChoice } from "../KindChoice";
import { show } from "../makers";
import type { Setting } from "../makers";
import { kindsIn } from "../wording";
import { Dialogs } from "./Dialogs";

afterEach(cleanup);

const boot = { method: { ...METHOD, own_kinds: OWN_KINDS } };
const RISK: NamedKind = { key: "own_1", title: "Riski", tint: "channel" };
const WISH: NamedKind = { key: "own_2", title: "Toive", tint: "people" };

/** The board as it is after the engine has answered. */
function name(shown: Setting, fields: Partial<BoardItem>): void {
  const { seq } = shown.store.confirmed.peek();
  shown.store.receive([
    { seq: seq + 1, op: crypto.randomUUID(), by: AINO, at: "", changes: [{ id: "board", set: fields }] },
  ]);
}

function opened(fields: Partial<BoardItem> = {}): Setting {
  const shown = show(<Dialogs />, { you: AINO, boot, notes: ["Jono"] });
  name(shown, fields);
  shown.desk.dialog.value = { name: "kinds" };
  return shown;
}

/** The kinds that were asked for, with the random keys told as how many. */
function asked({ store }: Setting): unknown {
  const operation = store.pending.peek().at(-1) as BoardSet | undefined;
  return operation?.fields.kinds?.map(({ key, ...rest }) => ({ key: key.length === 36 ? "new" : key, ...rest }));
}

const names = () => screen.getAllByRole<HTMLInputElement>("textbox").map(({ value }) => value);
const press = (label: string) => fireEvent.click(screen.getByRole("button", { name: label }));

function write(text: string): HTMLInputElement {
  const field = screen.getAllByRole<HTMLInputElement>("textbox").at(-1)!;
  fireEvent.input(field, { target: { value: text } });
  return field;
}

it("names kinds one after the other: Enter goes on, and on an empty name it saves", async () => {
  const shown = opened();
  await screen.findByText("pain");
  press("Poista laji step");

  press("Oma laji");
  const first = write("Riski");
  expect(document.activeElement).toBe(first);
  fireEvent.keyDown(first, { key: "Enter" });
  const second = write("  Toive   saavutettavuudesta ");
  expect(document.activeElement).toBe(second);
  fireEvent.submit(second.closest("form")!);

  expect(asked(shown)).toEqual([
    { key: "pain" },
    { key: "new", title: "Riski", tint: "channel" },
    { key: "new", title: "Toive saavutettavuudesta", tint: "people" },
  ]);
  expect(shown.desk.dialog.value).toBeNull();
});

it("renames a kind under its key, and one undo gives the name back", async () => {
  const shown = opened({ kinds: [RISK, WISH] });
  await screen.findAllByRole("textbox");
  expect(names()).toEqual(["Riski", "Toive"]);

  fireEvent.submit(write("Haave").closest("form")!);
  expect(asked(shown)).toEqual([RISK, { ...WISH, title: "Haave" }]);

  shown.store.undo();
  expect(asked(shown)).toEqual([RISK, WISH]);
});

it("takes a name that the method's kind or a former one has for that kind", async () => {
  const shown = opened({ kinds: [RISK], former_kinds: [WISH] });
  await screen.findAllByRole("textbox");

  press("Oma laji");
  fireEvent.keyDown(write("TOIVE"), { key: "Enter" });
  fireEvent.submit(write("Pain (SV)").closest("form")!);

  expect(asked(shown)).toEqual([RISK, { key: "own_2", title: "TOIVE" }, { key: "pain" }]);
});

it("does not save two names alike, none at all, or what is as it was", async () => {
  opened({ kinds: [RISK, WISH] });
  await screen.findAllByRole("textbox");
  const save = screen.getByRole<HTMLButtonElement>("button", { name: "Tallenna" });

  write("RISKI");
  expect(screen.getByRole("status").textContent).toBe("Kahdella lajilla on sama nimi. Anna toiselle jokin muu nimi.");
  expect(save.disabled).toBe(true);
  press("Poista laji RISKI");
  press("Poista laji Riski");
  expect(save.disabled).toBe(true);
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Oma laji" }));
  cleanup();

  const same = opened({ kinds: [RISK, WISH] });
  fireEvent.submit((await screen.findAllByRole("textbox"))[0]!.closest("form")!);
  expect(same.store.pending.value).toEqual([]);
});

it("has room for six, and says so", async () => {
  opened({ kinds: [RISK, WISH] });
  await screen.findAllByRole("textbox");
  press("Lisää laji step");
  press("Lisää laji pain");
  press("Oma laji");
  press("Oma laji");

  expect(screen.queryByRole("button", { name: "Oma laji" })).toBeNull();
  expect(screen.getByRole("status").textContent).toBe("Taululla on jo 6 lajia, enempää ei mahdu.");
});

function Chooser() {
  const desk = useDesk();
  const kinds = kindsIn(desk, { accepts: ["step", "pain", "own_1", "own_2"] });
  return <KindChoice kinds={kinds} kind="pain" name="kind" onChoose={(key) => (desk.kind.value = key)} />;
}

it("offers whoever writes the kinds that were named, each with its icon and its word, and none from before", async () => {
  const shown = show(<Chooser />, { you: AINO, boot });
  name(shown, { kinds: [RISK, { key: "pain" }], former_kinds: [WISH] });

  const risk = await screen.findByRole("radio", { name: "Riski" });
  expect(screen.getAllByRole("radio").length).toBe(2);
  expect(risk.closest("label")?.className).toBe("kind tint-channel");
  expect(risk.closest("label")?.querySelector("circle")).not.toBeNull();
  fireEvent.click(risk);
  expect(shown.desk.kind.value).toBe("own_1");
});
