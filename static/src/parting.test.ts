// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";

import { addNote } from "./board/makers";
import type { Operation } from "./board/operations";
import { KeptDrafts } from "./parts/kept-texts";
import { partFrom } from "./parting";
import { eventually } from "./patience";
import { isOnShelf, Shelf } from "./wire/shelf";

const sent = vi.fn<() => void>();

beforeEach(async () => {
  sent.mockClear();
  document.body.innerHTML = `<p id="unsent" hidden></p><form data-forgets="p:bjorn"></form>`;
  HTMLFormElement.prototype.submit = sent;
  for (const person of ["p:bjorn", "p:chloe"]) {
    const operation = { ...addNote("note:1"), id: "op:1" } as Operation;
    await new Shelf("b:1", person).change([{ at: Date.now(), epoch: "e1", operation }], []);
    new KeptDrafts("b:1", person).set("zone:core", "Kesken");
  }
});

it("14.3: whoever leaves takes all of theirs along, and nothing of another's, before the form goes", async () => {
  partFrom(document);
  await eventually(() => expect(document.getElementById("unsent")?.hidden).toBe(false));

  document.querySelector("form")?.requestSubmit();
  await eventually(() => expect(sent).toHaveBeenCalledOnce());

  expect(await isOnShelf("p:bjorn")).toBe(false);
  expect(await isOnShelf("p:chloe")).toBe(true);
  expect(Object.keys(localStorage)).toEqual(["facilitator/kept/b:1/p:chloe/drafts"]);
});
