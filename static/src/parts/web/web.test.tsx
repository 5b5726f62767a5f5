import { cleanup, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";

import { show } from "../makers";
import { webPieces } from "./addresses";
import { WebText } from "./WebText";

afterEach(cleanup);

const linksIn = (text: string) =>
  webPieces(text).flatMap(({ text: address, link }) => (link ? [[address, link.shown]] : []));

it.each([
  ["Katso https://www.suomi.fi.", [["https://www.suomi.fi", "www.suomi.fi"]]],
  ["(https://prh.fi/ohje?x=1#a), ja muut", [["https://prh.fi/ohje?x=1#a", "prh.fi/…"]]],
  ["https://fi.wikipedia.org/wiki/Polku_(tie)", [["https://fi.wikipedia.org/wiki/Polku_(tie)", "fi.wikipedia.org/…"]]],
  [
    "HTTP://KELA.FI/ ja https://vero.fi:8443/a",
    [
      ["HTTP://KELA.FI/", "kela.fi"],
      ["https://vero.fi:8443/a", "vero.fi:8443/…"],
    ],
  ],
  ["https://vеro.fi/", [["https://vеro.fi/", "xn--vro-rdd.fi"]]], // its e is Cyrillic
  ["javascript://prh.fi/%0aalert(1) ftp://prh.fi data:text/html,x", []],
  ["https://prh.fi@paha.example/ https:// http://[", []],
])("finds the addresses of %j", (text, links) => {
  expect(linksIn(text)).toEqual(links);
});

it("keeps every sign of the text in order", () => {
  const text = "Ensin https://a.fi, sitten (https://b.fi/c)\nja loput.";

  expect(
    webPieces(text)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text);
});

it("leads out without telling from where, and says the whole address to whoever points", () => {
  show(<WebText text="Ohje: https://prh.fi/ohje" lang="fi" />);

  const link = screen.getByRole("link", { name: "prh.fi/…" });
  expect(link.getAttribute("href")).toBe("https://prh.fi/ohje");
  expect(link.getAttribute("rel")).toBe("noopener noreferrer nofollow");
  expect(link.getAttribute("title")).toBe("https://prh.fi/ohje");
});
