"""A real Chromium at the board, and the official JavaScript client: what only they can show (0.1, 0.2)."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from copy import copy
from typing import Any

from playwright.sync_api import Error, Page, expect

from tests.browser.people import Desktop
from tests.faults.copy import Copy, digest
from tests.faults.line import Line
from tests.live.official import OfficialClient

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ZONE = "Odotan · Kipupisteet"
CONTEXT: Mapping[str, Any] = {"locale": "fi-FI", "timezone_id": "Europe/Helsinki", "reduced_motion": "reduce"}
TRACE = """
window.trace = [];
const tell = (kind, text) => window.trace.push([kind, performance.timeOrigin + performance.now(), text]);
const tellAll = (kind, packets) => packets.split("\\x1e").forEach((packet) => tell(kind, packet));
const Plain = window.WebSocket;
window.WebSocket = class extends Plain {
  constructor(...how) {
    super(...how);
    this.addEventListener("message", ({ data }) => tell("got", data));
  }
  send(data) {
    tell("sent", data);
    super.send(data);
  }
};
const Request = window.XMLHttpRequest; // after a failure, the page may poll
window.XMLHttpRequest = class extends Request {
  open(...how) {
    this.addEventListener("readystatechange", () => this.readyState === 4 && tellAll("got", this.responseText));
    super.open(...how);
  }
  send(data) {
    if (data) tellAll("sent", data);
    super.send(data);
  }
};
const last = {};
new MutationObserver(() => {
  const now = {
    mark: document.querySelector(".save-mark .full")?.textContent,
    said: [...document.querySelectorAll("p.unseen[role]")].map((each) => each.textContent).join(" ").trim(),
  };
  for (const [kind, text] of Object.entries(now)) {
    if (text && text !== last[kind]) tell(kind, text);
    if (text !== undefined) last[kind] = text;
  }
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


def now_ms() -> float:
    """As the page counts it."""
    return time.time() * 1000


class Window:
    """A guest at the board in Chromium, over a line of their own."""

    def __init__(self, page: Page, line: Line, code: str, title: str, before: str = "") -> None:
        """before: a script that runs in each of this browser's pages before anything else."""
        for script in (before, TRACE):
            page.context.add_init_script(script)
        self.person, self.line = Desktop(page), line
        self.offline: list[tuple[float, float]] = []
        self.written: list[str] = []
        self._earlier: list[tuple[str, float, str]] = []  # traces of pages that are no more
        self.person.join(line.url, code, "Selain")
        self.person.open(title)
        self._board = page.url

    def write(self, text: str) -> None:
        """A note; whether it is saved is not waited for."""
        self.person.write(ZONE, text)
        self.written.append(text)

    def is_whole(self) -> None:
        """Wait for what comes after the first look: from then on people can write without a line."""
        expect(self.person.compose(ZONE)).to_be_visible()

    def was_offline(self, began: float) -> None:
        """There was no line from then until now."""
        self.offline.append((began, now_ms()))

    def shows(self, text: str) -> bool:
        """Whether the note is on the board."""
        return self.person.note(text).count() == 1

    def is_saved(self) -> bool:
        """Whether the mark says that all is saved."""
        return self.says("Kaikki tallessa")

    def says(self, mark: str) -> bool:
        """Whether the mark says this now."""
        return self.person.mark.text_content() == mark

    def close_and_reopen(self) -> None:
        """The tab is closed, and another one tries to open the board, without a line: in vain, and nothing is lost."""
        context, self._earlier = self.person.page.context, self.trace()
        self.person.page.close()
        self.person = Desktop(context.new_page())
        with suppress(Error):
            self.person.page.goto(self._board)
        expect(self.person.page).to_have_url(re.compile("^chrome-error:"))

    def another_tab(self) -> Window:
        """The same person opens the board once more, in the same browser."""
        other = copy(self)
        other.person = Desktop(self.person.page.context.new_page())
        other.offline, other.written, other._earlier = [], [], []
        other.reload()
        return other

    def reload(self) -> None:
        """Open the board in this tab again."""
        if self.person.page.url == self._board:
            self._earlier = self.trace()
        self.person.page.goto(self._board)

    def trace(self) -> list[tuple[str, float, str]]:
        """All that this person's pages were told and showed, in order."""
        try:
            return self._earlier + [tuple(each) for each in self.person.page.evaluate("window.trace")]
        except Error as fault:  # it went elsewhere: the board was not there for it any more
            raise AssertionError(f"the page is at {self.person.page.url}") from fault


class Official:
    """A guest with the official client, who only listens; their copy is what its frames come to."""

    def __init__(self, line: Line, token: str, document: str, epoch: str) -> None:
        auth = {"token": token, "document": document, "protocol": 1, "epoch": epoch, "since": 0}
        self._client = OfficialClient(line.url, auth)

    def digest(self, head: int, seconds: float = 10.0) -> str:
        """Of all that came until now; it is given some time to come as far as the log."""
        deadline = time.monotonic() + seconds
        while True:
            copy = Copy()
            for event in self._client.events():
                copy.apply(event)
            if copy.seq >= head or time.monotonic() > deadline:
                return digest(copy.items)
            self._client.listen(0.2)

    def close(self) -> None:
        """Leave."""
        self._client.close()
