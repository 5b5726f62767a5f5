// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";

import { isWaiting } from "./waiting";

afterEach(() => vi.unstubAllGlobals());

function answering(body: string, more: Partial<Response> = {}): void {
  const answer = { status: 200, redirected: false, text: () => Promise.resolve(body), ...more };
  vi.stubGlobal("fetch", () => Promise.resolve(answer));
}

test("the door that still says so keeps people waiting", async () => {
  answering('<section class="panel" id="waiting">');

  expect(await isWaiting()).toBe(true);
});

test.each([
  ["the workshop has opened", '<form method="post">', {}],
  ["the code was changed", "<h1>Join a workshop</h1>", { status: 400 }],
  ["somebody joined in another tab", '<section id="waiting">', { redirected: true }],
])("the page is loaded anew when %s", async (_why, body, more) => {
  answering(body, more);

  expect(await isWaiting()).toBe(false);
});

test.each([429, 500, 503])("an answer of %i tells nothing, so the page stays", async (status) => {
  answering("", { status });

  expect(await isWaiting()).toBe(true);
});

test("without a network the page stays", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));

  expect(await isWaiting()).toBe(true);
});
