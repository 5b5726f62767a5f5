"""F24: a browser that keeps nothing, because it may not or is full; and two tabs of one person."""

from __future__ import annotations

import json
import re

from playwright.sync_api import expect

from tests.faults.client import Client
from tests.faults.drill import Drill
from tests.faults.evidence import Evidence
from tests.faults.window import Window, now_ms

BROWSER_SECONDS = 20.0
FORBIDDEN = """Object.defineProperty(window, "indexedDB", { value: { open() {
  throw new DOMException("forbidden", "SecurityError");
} } });"""
SAYS_KEPT = re.compile(r"^Ei yhteyttä, \d+ muutos(ta)? tällä laitteella$")
FEW = 3


def play(drill: Drill) -> Evidence:
    """Three browsers lose their line: one forbids keeping, one is full, one has the board open in two tabs."""
    there = drill.come(1)
    drill.until(lambda: there.is_up, 20, "nobody came in")
    forbidden, full, first = drill.open_window(FORBIDDEN), drill.open_window(), drill.open_window()
    second = first.another_tab()
    second.person.expect_mark("Kaikki tallessa")
    _expect_present_once(drill, there, 4)
    _fill_storage(full)
    windows, began = [forbidden, full, first, second], now_ms()
    for window in windows:
        window.is_whole()
    for line in {window.line for window in windows}:
        drill.on_loop(line.take_away)
    for number in range(FEW):
        for at, window in enumerate(windows):
            window.write(f"Selaimesta {at}, ilman verkkoa {number}")
    for window in (forbidden, full):
        window.person.expect_mark(f"Ei yhteyttä, {FEW} muutosta ei ole tallessa tällä laitteella")
    for window in (first, second):
        window.person.expect_mark(f"Ei yhteyttä, {FEW * 2} muutosta tällä laitteella")
    drill.wait(drill.size.away_seconds / 2)
    for window in windows:
        window.was_offline(began)
    drill.heal()
    for window in windows:
        drill.until(window.is_saved, BROWSER_SECONDS, "a browser's mark did not say that all is saved")
    drill.settle()
    written = [text for window in windows for text in window.written]
    drill.expect_once(written)
    _expect_shown_once(drill, windows, written)
    for window in (forbidden, full):
        told = [text for kind, _, text in window.trace() if kind == "mark" and SAYS_KEPT.match(text)]
        drill.unsettled += [f"a browser that keeps nothing said {text!r}" for text in told]
    _expect_present_once(drill, there, 4)
    return drill.evidence(page=forbidden.trace(), offline=forbidden.offline)


def _fill_storage(window: Window) -> None:
    """The browser gives this site no more room."""
    page = window.person.page
    page.context.new_cdp_session(page).send(
        "Storage.overrideQuotaForOrigin", {"origin": window.line.url, "quotaSize": 1}
    )


def _expect_shown_once(drill: Drill, windows: list[Window], texts: list[str]) -> None:
    for window in windows:
        for text in texts:
            expect(window.person.note(text)).to_have_count(1)
    drill.until(
        lambda: len({window.person.page.locator("[data-note]").count() for window in windows}) == 1, 5, "differ"
    )


def _expect_present_once(drill: Drill, there: Client, count: int) -> None:
    """Whoever has two tabs is there once: as many people as came, however many windows they have."""

    def present() -> list[str]:
        here: dict[str, bool] = {}
        for packet in there.heard:
            if packet.startswith('42/live,["people"'):
                here |= {person["id"]: person["here"] for person in json.loads(packet[8:])[1]}
        return [person for person, is_here in here.items() if is_here]

    drill.until(lambda: len(present()) == count, 10, f"{len(present())} people are shown, and {count} are there")
