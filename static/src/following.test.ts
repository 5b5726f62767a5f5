// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { follow } from "./following";

const line = (mark: string, inside: string) => `<div id="room" role="status" data-mark="${mark}">${inside}</div>`;
const room = () => document.getElementById("room") as HTMLElement;

function answering(body: string, more: Partial<Response> = {}): void {
  const answer = { ok: true, redirected: false, text: () => Promise.resolve(body), ...more };
  vi.stubGlobal("fetch", () => Promise.resolve(answer));
}

beforeEach(() => {
  document.body.innerHTML = `${line("step:1 ", '<a href="/boards/1">Siirry tänne</a>')}<input>`;
});

afterEach(() => vi.unstubAllGlobals());

test("when the room has gone on the line changes, and nothing else on the page", async () => {
  document.querySelector("input")?.focus();
  answering(`<h1>Toinen</h1>${line("step:2 ", '<a href="/boards/2">Siirry tänne</a>')}`);

  expect(await follow()).toBe("gone on");

  expect(room().innerHTML).toBe('<a href="/boards/2">Siirry tänne</a>');
  expect(document.activeElement).toBe(document.querySelector("input"));
  expect(document.querySelector("h1")).toBeNull();
});

test("whoever stands on the link stands on the new one", async () => {
  document.querySelector("a")?.focus();
  answering(line("step:2 ", '<a href="/boards/2">Siirry tänne</a>'));

  await follow();

  expect(document.activeElement?.getAttribute("href")).toBe("/boards/2");
});

test("the same line is left as it is, so that it is read out once", async () => {
  const before = room().firstChild;
  answering(line("step:1 ", '<a href="/boards/1">Siirry tänne</a>'));

  expect(await follow()).toBe("same");
  expect(room().firstChild).toBe(before);
});

test("once the workshop is over there is another page", async () => {
  answering("<h1>Kiitos</h1>");

  expect(await follow()).toBe("over");
});

test("an answer that tells nothing changes nothing", async () => {
  answering("", { ok: false });
  expect(await follow()).toBe("same");
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));

  expect(await follow()).toBe("same");
});
