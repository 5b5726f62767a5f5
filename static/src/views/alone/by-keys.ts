/** For tests: one person with keys alone. What they use must be where Tab comes to, or arrow keys from there. */

import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { expect } from "vitest";

/** What is open over the board holds the keys; else all of the page. */
function here(): HTMLElement {
  return document.querySelector<HTMLElement>("dialog[open]") ?? document.body;
}

export function press(key: string, more: object = {}): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
}

/** Tab comes to it: it has a stop, it is not off, and nothing is open over it. */
function tabTo(element: HTMLElement): void {
  expect(here().contains(element), `${element.outerHTML} lies under a dialog`).toBe(true);
  expect(element.tabIndex, `no Tab stop: ${element.outerHTML}`).toBeGreaterThanOrEqual(0);
  expect(element.matches(":disabled"), `off: ${element.outerHTML}`).toBe(false);
  element.focus();
  expect(document.activeElement).toBe(element);
}

type Control = "button" | "checkbox" | "radio";

function controls(role: Control, name: string | RegExp): readonly HTMLElement[] {
  const all = here().querySelectorAll<HTMLElement>(role === "button" ? "button" : `input[type=${role}]`);
  return [...all].filter((each) => {
    const said = (each.ariaLabel ?? (each.closest("label") ?? each).textContent).trim();
    return typeof name === "string" ? said === name : name.test(said);
  });
}

/** Enter or the space bar on it. */
export async function activate(name: string | RegExp, role: Control = "button"): Promise<void> {
  // Where a thing has two buttons, as in the List, either will do.
  await waitFor(() => expect(controls(role, name), `${role} ${String(name)}`).not.toEqual([]));
  const element = controls(role, name)[0]!;
  tabTo(element);
  fireEvent.click(element);
}

export async function write(label: string, text: string): Promise<void> {
  const field = await waitFor(() => within(here()).getByLabelText<HTMLTextAreaElement>(label));
  tabTo(field);
  type(text);
}

/** In the field that has the focus. */
export function type(text: string): void {
  const field = document.activeElement as HTMLTextAreaElement;
  expect(field.matches("textarea, input")).toBe(true);
  fireEvent.input(field, { target: { value: text } });
}

export async function choose(label: string, value: string): Promise<void> {
  const list = await waitFor(() => within(here()).getByLabelText<HTMLSelectElement>(label));
  tabTo(list);
  expect([...list.options].map((option) => option.value)).toContain(value);
  fireEvent.change(list, { target: { value } });
}

/** The focus is in a field by itself, since what was pressed opened one. */
export async function untilWriting(): Promise<void> {
  await waitFor(() => expect(document.activeElement?.matches("textarea, input[type=text]")).toBe(true));
}

/** From the Tab stop of its list, or of the table, by arrow keys to the note itself. */
export async function toNote(text: string): Promise<void> {
  const said = await waitFor(() =>
    within(document.getElementById("board")!).getByText(text, { selector: ".note-text" }),
  );
  const note = said.closest<HTMLElement>("[data-note]")!;
  const grid = screen.queryByRole("grid");
  const list = grid ?? note.closest<HTMLElement>("ul.notes")!;
  tabTo(list.querySelector<HTMLElement>('[tabindex="0"]')!);
  if (grid) {
    press("Home", { ctrlKey: true });
    press("ArrowRight");
  } else press("Home");
  for (let step = 0; step < 20 && document.activeElement !== note; step += 1) press("ArrowDown");
  expect(document.activeElement).toBe(note);
}
