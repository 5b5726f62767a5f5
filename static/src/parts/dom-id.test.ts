import { expect, it } from "vitest";

import { domId } from "./dom-id";

it("makes one name of one id, fit for a list of ids", () => {
  const ids = ["note:a.b", "note:a_b", "note:a/b", "note:a-b", "note:a2e_b"];

  expect(new Set(ids.map(domId)).size).toBe(ids.length);
  expect(ids.map(domId).every((name) => /^[\w-]+$/.test(name))).toBe(true);
});
