"""2,000 notes and 500 arrows on one board in Chromium, beside the same in Excalidraw's component.

`python -m tests.benchmarks.beside` measures this alone. Both are asked the same: to open, to drag a note, to write in
it, to scroll; both show all arrows, and nobody else is at work. Our Table is asked the same of these notes as rows,
alone and while others work. `--write` puts what was found into docs/performance.md.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks import frames, in_table, plane
from tests.benchmarks.crowded import PAINTED, PATIENCE_MS, Make, join, others
from tests.benchmarks.load import Result
from tests.benchmarks.servers import Product, migrated
from tests.chromium import SWITCHES
from tests.server import ROOT

NOTES, LINKS = 2_000, 500
OURS, CANVAS = "facilitator", "excalidraw"
TABLE, BUSY_TABLE = "table", "table, others at work"
PAGE, INSTALLED = ROOT / "tests" / "benchmarks" / "canvas", ROOT / ".canvas"  # `make bench` installs it
PERFORMANCE = ROOT / "docs" / "performance.md"
WRITTEN = "Kirjoitan tähän lappuun. "
STEPS, STEP_MS, LETTER_MS, AT_REST_MS = 40, 25, 100, 2_500
MIB = 1024 * 1024

# A note wholly in the middle of the view, as the point of its middle.
IN_SIGHT = """() => {
  const clear = ({ left, right, top, bottom }) =>
    left > 250 && right < innerWidth - 350 && top > 230 && bottom < innerHeight - 250;
  for (const face of document.querySelectorAll('.stage [data-note]')) {
    const box = face.getBoundingClientRect();
    if (!clear(box)) continue;
    window.held = face.dataset.note;
    return [box.left + box.width / 2, box.top + 14];
  }
}"""


def beside(make: Make) -> dict[str, Result]:
    """The two, one after the other, each in a browser of its own."""
    notes = plane.lying(NOTES)
    links = plane.tied(notes, LINKS)
    found: dict[str, Result] = {}
    with sync_playwright() as playwright:
        start = partial(
            playwright.chromium.launch, executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=SWITCHES
        )
        with make(2, boards=0, tied=(notes, links)) as server:
            found[OURS] = _asked(start, partial(_ours, server), _field_of_ours)
            found[TABLE] = in_table.asked(start, server)
            with others(server, plane.anywhere):
                found[BUSY_TABLE] = in_table.asked(start, server)
        with _canvas(notes, links) as address:
            found[CANVAS] = _asked(start, partial(_theirs, address, notes), _field_of_theirs)
    return found


Point = tuple[float, float]
Opened = tuple[Page, float, Point]


def _asked(
    start: Callable[[], Browser], opened: Callable[[Browser], Opened], field: Callable[[Page, Point], None]
) -> Result:
    browser = start()
    page, usable, (x, y) = opened(browser)
    page.wait_for_timeout(AT_REST_MS)
    result: Result = {"usable_ms": usable, **_memory(browser, page)}
    tasks: list[float] = []

    def waits(name: str) -> None:
        each, long = frames.seen(page)
        assert len(each) > STEPS / 4, f"{name}: {len(each)} events reached the page"
        result[f"{name}_p50"], result[f"{name}_p98"] = each[len(each) // 2], each[int(len(each) * 0.98)]
        tasks.extend(long)

    page.mouse.move(x, y)
    frames.watch(page, "pointermove")
    page.mouse.down()
    for step in range(1, STEPS + 1):
        page.mouse.move(x + step * 5, y + step * 2)
        page.wait_for_timeout(STEP_MS)
    page.mouse.up()
    waits("drag")
    field(page, (x + STEPS * 5, y + STEPS * 2))
    frames.watch(page, "input")
    page.keyboard.type(WRITTEN * 2, delay=LETTER_MS)
    waits("key")
    page.keyboard.press("Escape")
    frames.watch(page, "wheel")
    for _ in range(STEPS):
        page.mouse.wheel(0, 80)
        page.wait_for_timeout(STEP_MS)
    waits("scroll")
    result |= {"task_longest": max(tasks, default=0), "tasks_ms": sum(tasks)}
    browser.close()
    return result


def _memory(browser: Browser, page: Page) -> Result:
    """Of the page's process, after a collection: what its scripts hold, and all of it."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("HeapProfiler.collectGarbage")
    told = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    every = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    largest = max(_resident(each["id"]) for each in every if each["type"] == "renderer")
    return {"heap_mib": told["JSHeapUsedSize"] / MIB, "nodes": told["Nodes"], "process_mib": largest}


def _resident(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MIB


def _ours(server: Product, browser: Browser) -> Opened:
    page = join(browser, server, {"view": "map", "arrows": True, "zoom": 1})
    page.locator(".stage [data-note]").first.focus()
    page.keyboard.press("Space")
    page.locator(".note.chosen").wait_for()
    usable = float(page.evaluate(PAINTED))
    page.keyboard.press("Escape")
    page.locator(".arrow").first.wait_for()
    page.evaluate("document.querySelector('.stage').scrollTo(600, 500)")
    page.wait_for_timeout(AT_REST_MS)
    x, y = page.evaluate(IN_SIGHT)
    return page, usable, (x, y)


def _theirs(address: str, notes: list[plane.Lying], browser: Browser) -> Opened:
    page = browser.new_context(locale="fi-FI", viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(address)
    page.wait_for_function(f"window.drawn >= {NOTES + LINKS}")
    usable = float(page.evaluate(PAINTED))
    middles = ((note.x + plane.WIDTH / 2, note.y + 14) for note in notes)
    return page, usable, next((x, y) for x, y in middles if 300 < x < 900 and 300 < y < 600)


def _field_of_ours(page: Page, _: Point) -> None:
    """It may have made room for another where it was let go."""
    page.locator(f'[data-note="{page.evaluate("window.held")}"] .note-text').dblclick()
    page.locator(".note textarea").wait_for()


def _field_of_theirs(page: Page, at: Point) -> None:
    page.mouse.dblclick(*at)
    page.locator("textarea.excalidraw-wysiwyg").wait_for()


@contextmanager
def _canvas(notes: list[plane.Lying], links: list[tuple[int, int]]) -> Iterator[str]:
    """The component's page, built and served on this machine."""
    with tempfile.TemporaryDirectory(prefix="facilitator-canvas-") as name:
        built = Path(name) / "built"
        for file in ("index.html", "page.mjs"):
            shutil.copy(PAGE / file, INSTALLED)
        command = [
            "npx",
            "vite",
            "build",
            str(INSTALLED),
            "--outDir",
            str(built),
            "--logLevel",
            "error",
            "--base",
            "./",
        ]
        subprocess.run(command, cwd=ROOT, check=True)
        size = {"width": plane.WIDTH, "height": plane.HEIGHT}
        told = {"notes": [{"x": each.x, "y": each.y, "text": each.text, **size} for each in notes], "links": links}
        (built / "board.json").write_text(json.dumps(told), "utf-8")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(built)))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/index.html"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_request(self, code: Any = "-", size: Any = "-") -> None:
        """Nothing is said."""


def main() -> None:
    """Measure and print."""
    assert shutil.which("npx"), "npx is missing"
    with tempfile.TemporaryDirectory(prefix="facilitator-beside-") as name:
        folder = Path(name)
        (folder / "migrated").mkdir()
        empty = migrated(folder / "migrated")

        def make(people: int, **setting: Any) -> Product:
            return Product(Path(tempfile.mkdtemp(dir=folder)), empty, people, **setting)

        found = beside(make)
    for case, result in found.items():
        print(case, {each: round(value, 1) for each, value in result.items()}, flush=True)
    if "--write" in sys.argv:
        from tests.benchmarks import report  # it names our cases

        report.write_beside(PERFORMANCE, [{"event": "beside", "case": case, **told} for case, told in found.items()])


if __name__ == "__main__":
    main()
