"""How a crowded board feels in Chromium: opening 10,000 notes, and writing among 1,000 while others work.

    python -m tests.benchmarks.crowded

Prints, for Map and List: from the address to the last note on the page and the first frame after it; then, with 30
operations a second of others, from a key to the frame that shows it (Event Timing, W3C) and the longest task (Long
Tasks, W3C). Server, browser and the others share the machine.
"""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests
from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.setting import make_setting
from tests.chromium import SWITCHES
from tests.server import Server

CROWDED, BUSY = 10_000, 1_000
OTHERS_A_SECOND, TYPED_LETTERS, PAUSE_MS = 30, 80, 120
PATIENCE_MS = 180_000
NOTES = {"map": ".stage .note", "list": "main .note"}
STANDS = """async ([notes, count]) => {
  while (document.querySelectorAll(notes).length < count) await new Promise((done) => setTimeout(done, 20));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now();
}"""
WATCH = """() => {
  window.seen = { keys: [], tasks: [] };
  const gather = (type, keep, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({ type, ...more });
  const typed = new Set(["keydown", "keypress", "beforeinput", "input"]);
  gather("event", (each) => typed.has(each.name) && seen.keys.push(each.duration), { durationThreshold: 16 });
  gather("longtask", (each) => seen.tasks.push(each.duration));
}"""


def main() -> None:
    """Measure and print."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=SWITCHES
        )
        for view in NOTES:
            with board(CROWDED) as (server, setting):
                _, seconds = opened(browser, server, setting, view, CROWDED)
                say(f"{CROWDED:,} notes in {view}: there after {seconds:.1f} s")
        for view in NOTES:
            with board(BUSY) as (server, setting), others(server, setting):
                page, seconds = opened(browser, server, setting, view, BUSY)
                say(f"{BUSY:,} notes in {view}: there after {seconds:.1f} s; {written(page)}")
        browser.close()


@contextmanager
def board(notes: int) -> Iterator[tuple[Server, dict[str, Any]]]:
    """A running server with one board of so many notes."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), FACILITATOR_LIMITS="off")
        server.cli("migrate")
        setting = json.loads(make_setting(server.instance, people=2, notes=notes).read_text())
        server.start()
        try:
            yield server, setting
        finally:
            server.close()


def opened(browser: Browser, server: Server, setting: dict[str, Any], view: str, notes: int) -> tuple[Page, float]:
    """The board as a guest's page, and the seconds until all its notes stood."""
    with sqlite3.connect(server.instance / "facilitator.db") as database:
        ((code,),) = database.execute("SELECT code FROM workshops")
    page = browser.new_context(locale="fi-FI", viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{server.url}/j/{code}")
    page.get_by_label("Nimesi tai nimimerkkisi").fill("Anna")
    page.add_init_script(f"localStorage.setItem('facilitator/{setting['boards'][-1]['id']}/view', '\"{view}\"')")
    page.get_by_role("button", name="Liity työpajaan").click()
    page.wait_for_url("**/boards/*")
    stood = page.evaluate(STANDS, [NOTES[view], notes])
    return page, stood / 1000


@contextmanager
def others(server: Server, setting: dict[str, Any]) -> Iterator[None]:
    """Somebody who moves, writes and adds notes all the time."""
    done = threading.Event()
    board, token = setting["boards"][-1], setting["tokens"][0]
    address, headers = f"{server.url}/api/v1/boards/{board['id']}/ops", {"Authorization": f"Bearer {token}"}

    def work() -> None:
        number, mine = 0, [f"note:{uuid.uuid4()}"]
        with requests.Session() as session:
            while not done.wait(1 / OTHERS_A_SECOND):
                number += 1
                zone = board["zones"][number % len(board["zones"])]
                wish = {"id": str(uuid.uuid4()), "note": mine[-1], "order": f"a{number % 10}", "zone": zone}
                wish |= {"type": "note.move"}
                if number % 10 == 1:
                    mine.append(f"note:{uuid.uuid4()}")
                    wish |= {"type": "note.add", "note": mine[-1], "kind": board["kind"], "text": f"Toisten {number}"}
                session.post(address, json=[wish], headers=headers, timeout=30)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def written(page: Page) -> str:
    """Types a note, and says how long keys took to show and which task was the longest."""
    page.keyboard.press("n")
    field = page.get_by_role("textbox").first
    if not field.is_visible():
        page.get_by_role("button", name="Lisää lappu").first.click()
    field.click()
    page.evaluate(WATCH)
    time.sleep(1)
    field.press_sequentially("Kirjoitan muiden työskennellessä. "[:34] * 3, delay=PAUSE_MS, timeout=PATIENCE_MS)
    seen = page.evaluate("seen")
    keys = sorted(seen["keys"]) or [0]
    return (
        f"key to frame: median {statistics.median(keys):.0f} ms, 98 % {keys[int(len(keys) * 0.98)]:.0f} ms"
        f" ({len(keys)} over 16 ms); longest task {max(seen['tasks'], default=0):.0f} ms"
    )


def say(line: str) -> None:
    """Print at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
