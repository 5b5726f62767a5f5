import { cleanup, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";

import { AINO } from "../board/makers";
import { NoRoomStrip } from "./NoRoomStrip";
import { show } from "./makers";

afterEach(cleanup);

it("is there only while the server has no room", async () => {
  const { desk } = show(<NoRoomStrip />);
  expect(screen.queryByRole("status")).toBeNull();

  desk.store.setRoom(false);

  expect((await screen.findByRole("status")).textContent).toContain("Palvelin ei voi juuri nyt tallentaa");
});

it("tells whoever leads what to do", async () => {
  const { desk } = show(<NoRoomStrip />, { you: AINO, boot: { role: "facilitator" } });

  desk.store.setRoom(false);

  expect((await screen.findByRole("alert")).textContent).toContain("Kerro ylläpidolle heti");
});
