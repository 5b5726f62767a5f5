"""The Table with thousands of rows: opened, written in, gone through by keys, scrolled, sorted and filtered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from playwright.sync_api import Browser, Page

from tests.benchmarks import frames
from tests.benchmarks.crowded import PAINTED, join
from tests.benchmarks.load import Result
from tests.benchmarks.servers import Product

WRITTEN, SOUGHT = "Kirjoitan tähän riviin. " * 2, "perus"
LETTER_MS, STEP_MS, AT_REST_MS, AFTER_SORTING_MS = 100, 25, 2_500, 1_000
ARROWS, WHEELS, WHEEL_PIXELS = 20, 60, 160
HEADS = ("Teksti", "Nuolet", "Laji", "Vaikutusvalta")
FRAME, ROWS = ".table-frame", "[role=grid] tbody tr[aria-rowindex]"


def asked(start: Callable[[], Browser], server: Product) -> Result:
    """The last board of the server, in a browser of its own."""
    browser = start()
    page = join(browser, server, {"view": "table", "table": True})
    page.locator(f"{ROWS} th").first.focus()
    page.keyboard.press("Space")
    page.locator("tr[aria-selected=true]").wait_for()
    result: Result = {"usable_ms": float(page.evaluate(PAINTED))}
    page.keyboard.press("Escape")
    page.wait_for_timeout(AT_REST_MS)
    result["rows_drawn"] = page.locator(ROWS).count()
    tasks: list[float] = []

    def waits(name: str, least: int) -> None:
        each, long = frames.seen(page)
        assert len(each) >= least, f"{name}: {len(each)} events reached the page"
        result[f"{name}_p50"], result[f"{name}_p98"] = each[len(each) // 2], each[int(len(each) * 0.98)]
        tasks.extend(long)

    for name, act, event, least in (
        ("key", _write, "input", len(WRITTEN) // 2),
        ("arrow", _go, "keydown", ARROWS),
        ("scroll", _scroll, "wheel", WHEELS // 4),
        ("filter", _filter, "input", len(SOUGHT)),
    ):
        act(page, partial(frames.watch, page, event))
        waits(name, least)
    sorted_in = []
    for head in HEADS:
        frames.watch(page, "click")
        page.locator("thead button", has_text=head).click()
        page.wait_for_timeout(AFTER_SORTING_MS)
        each, long = frames.seen(page)
        sorted_in.append(max(each))
        tasks.extend(long)
    result |= {"sort_longest": max(sorted_in), "task_longest": max(tasks, default=0), "tasks_ms": sum(tasks)}
    browser.close()
    return result


def _write(page: Page, begin: Callable[[], None]) -> None:
    page.locator(f"{ROWS} th").nth(3).focus()
    page.keyboard.press("Enter")
    page.locator(f"{ROWS} textarea").wait_for()
    begin()
    page.keyboard.type(WRITTEN, delay=LETTER_MS)
    page.keyboard.press("Escape")


def _go(page: Page, begin: Callable[[], None]) -> None:
    begin()
    for key in ("ArrowDown", "PageDown", "ArrowUp"):
        for _ in range(ARROWS):
            page.keyboard.press(key)
            page.wait_for_timeout(STEP_MS)


def _scroll(page: Page, begin: Callable[[], None]) -> None:
    box = page.locator(FRAME).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    begin()
    for _ in range(WHEELS):
        page.mouse.wheel(0, WHEEL_PIXELS)
        page.wait_for_timeout(STEP_MS)


def _filter(page: Page, begin: Callable[[], None]) -> None:
    page.get_by_role("searchbox", name="Suodata rivejä").focus()
    begin()
    page.keyboard.type(SOUGHT, delay=2 * LETTER_MS)
    for _ in SOUGHT:
        page.keyboard.press("Backspace", delay=LETTER_MS)
