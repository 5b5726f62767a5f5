"""How a crowded board feels in Chromium: opening 10,000 notes, and writing among 1,000 while others work.

`python -m tests.benchmarks.crowded` measures this alone.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests
from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.load import Result
from tests.benchmarks.servers import Product, migrated
from tests.chromium import SWITCHES

CROWDED, BUSY = 10_000, 1_000  # notes
OTHERS_A_SECOND = 30
WRITTEN = "Kirjoitan muiden työskennellessä, enkä odota. " * 2
LETTER_EVERY_MS, AT_REST_SECONDS = 100, 3
PATIENCE_MS = 60_000
VIEWS = ("map", "list")

# A note is painted and its keys answer: Space has taken it in hand, and that has been drawn.
PAINTED = (
    "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
)
# From a key to the task after the frame that shows it, for every key; and what Event Timing and Long Tasks (W3C) tell.
WATCH = """() => {
  window.seen = { keys: [], slow: [], tasks: [] };
  const gather = (type, keep, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(keep)).observe({ type, ...more });
  const typed = new Set(["keydown", "keypress", "beforeinput", "input"]);
  gather("event", (each) => typed.has(each.name) && seen.slow.push(each.duration), { durationThreshold: 16 });
  gather("longtask", (each) => seen.tasks.push(each.duration));
  addEventListener("input", (event) => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => seen.keys.push(performance.now() - event.timeStamp);
    after.port2.postMessage(null);
  }), true);
}"""

Make = Callable[..., Product]


def crowded(make: Make) -> dict[str, Result]:
    """Both views, each in a browser that has never seen the board."""
    found: dict[str, Result] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=SWITCHES
        )
        for view in VIEWS:
            with make(2, notes=CROWDED) as server:
                page, usable = _opened(browser, server, view)
                found[f"opening, {view}"] = {"usable_ms": usable}
                page.context.close()
        for view in VIEWS:
            with make(2, notes=BUSY) as server, others(server):
                page, _ = _opened(browser, server, view)
                found[f"writing, {view}"] = _written(page)
                page.context.close()
        browser.close()
    return found


def _opened(browser: Browser, server: Product, view: str) -> tuple[Page, float]:
    """The board as a guest's page, and the milliseconds from its address until a key has reached a note."""
    page = join(browser, server, {"view": view})
    note = page.locator(".stage [data-note]").first
    note.focus()
    page.keyboard.press("Space")
    page.locator(".note.chosen").wait_for()
    usable = float(page.evaluate(PAINTED))
    page.keyboard.press("Escape")
    return page, usable


def join(browser: Browser, server: Product, looks: dict[str, Any]) -> Page:
    """A guest's page that has just gone to the last board. looks: how they look at it, as the browser keeps it."""
    with sqlite3.connect(server.database) as database:
        ((code,),) = database.execute("SELECT code FROM workshops")
    board = _setting(server)["boards"][-1]["id"]
    page = browser.new_context(locale="fi-FI", viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"http://127.0.0.1:{server.port}/j/{code}")
    page.get_by_label("Nimesi tai nimimerkkisi").fill("Anna")
    for name, value in looks.items():
        page.add_init_script(f"localStorage.setItem('facilitator/{board}/{name}', {json.dumps(json.dumps(value))})")
    page.get_by_role("button", name="Liity työpajaan").click()
    page.wait_for_url("**/boards/*")
    return page


def _written(page: Page) -> Result:
    """Writes a note. Returns how long keys took to show, and which task was the longest."""
    time.sleep(AT_REST_SECONDS)
    page.locator(".stage button.add").first.evaluate("button => button.click()")
    field = page.locator(".stage textarea").first
    field.wait_for()
    page.evaluate(WATCH)
    field.press_sequentially(WRITTEN, delay=LETTER_EVERY_MS, timeout=PATIENCE_MS)
    seen = page.evaluate("seen")
    keys = sorted(seen["keys"])
    assert len(keys) > len(WRITTEN) / 2, "the keys did not reach the field"
    return {
        "key_p50": keys[len(keys) // 2],
        "key_p98": keys[int(len(keys) * 0.98)],
        "key_longest": max([*seen["slow"], *keys]),
        "task_longest": max(seen["tasks"], default=0),
    }


@contextmanager
def others(server: Product, place: Callable[[int], dict[str, Any]] | None = None) -> Iterator[None]:
    """Somebody who moves notes and adds some all the time. place: where to; else from zone to zone."""
    done = threading.Event()
    setting = _setting(server)
    board = setting["boards"][-1]
    address = f"http://127.0.0.1:{server.port}/api/v1/boards/{board['id']}/ops"

    def work() -> None:
        number, mine, due = 0, "", time.monotonic()
        with requests.Session() as session:
            session.headers["Authorization"] = f"Bearer {setting['tokens'][0]}"
            while not done.wait(max(0, due - time.monotonic())):
                zone = board["zones"][number % len(board["zones"])]
                spot = place(number) if place else {"zone": zone, "order": f"a{1 + number % 9}"}
                wish: dict[str, Any] = {"id": str(uuid.uuid4()), **spot}
                if number % 10 == 0:
                    mine = f"note:{uuid.uuid4()}"
                    wish |= {"type": "note.add", "note": mine, "kind": board["kind"], "text": f"Toisten {number}"}
                else:
                    wish |= {"type": "note.move", "note": mine}
                session.post(address, json=[wish], timeout=30).raise_for_status()
                number, due = number + 1, due + 1 / OTHERS_A_SECOND

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _setting(server: Product) -> dict[str, Any]:
    assert server.setting is not None
    return dict(json.loads(server.setting.read_text()))


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="facilitator-crowded-") as name:
        folder = Path(name)
        (folder / "migrated").mkdir()
        empty = migrated(folder / "migrated")

        def make(people: int, notes: int) -> Product:
            return Product(Path(tempfile.mkdtemp(dir=folder)), empty, people, notes=notes)

        for case, result in crowded(make).items():
            print(case, {each: round(value) for each, value in result.items()}, flush=True)


if __name__ == "__main__":
    main()
