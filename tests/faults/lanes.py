"""Lanes: processes that each play one drill after another, with servers and a browser of their own.

A drill that never ends, or takes its process with it, costs its lane: that is told of it, and another lane goes on.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.chromium import SWITCHES
from tests.faults.checkers import checked, violations
from tests.faults.controls import CONTROLS, complaints
from tests.faults.drill import Drill
from tests.faults.drills import FAULTS
from tests.faults.plan import SIZES
from tests.faults.results import Played, Task, Tried
from tests.faults.template import Template
from tests.faults.window import CHROMIUM, CONTEXT

PATIENCE_MS = 15_000
MOST_SECONDS = {"gate": 300.0, "full": 900.0}
LOOK_SECONDS = 1.0
_FRESH = multiprocessing.get_context("spawn")


class Lane:
    """One of them. It begins to work when it is made."""

    def __init__(self, template: Template, folder: Path) -> None:
        self.connection, theirs = _FRESH.Pipe()
        self.task: Task | None = None
        self._ends_at = 0.0
        self._process = _FRESH.Process(target=_work, args=(theirs, template, folder))
        self._process.start()
        theirs.close()

    def begin(self, task: Task) -> None:
        """Play this."""
        self.task, self._ends_at = task, time.monotonic() + MOST_SECONDS[task.size]
        self.connection.send(task)

    def take(self) -> Played | Tried:
        """What came of it. EOFError if the lane has died of it."""
        one: Played | Tried = self.connection.recv()
        self.task = None
        return one

    @property
    def is_stuck(self) -> bool:
        """Whether its drill takes longer than any drill may."""
        return self.task is not None and time.monotonic() > self._ends_at

    def end(self) -> None:
        """With all that it has started."""
        self.connection.close()
        if self.task is None:
            self._process.join(10)
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid or 0, signal.SIGKILL)
        self._process.join(10)


def play_all(tasks: Sequence[Task], count: int, template: Template, folder: Path) -> Iterator[Played | Tried]:
    """In so many lanes, whatever is ready first. Leave it early, and everything that runs is ended."""
    waiting, lanes = deque(tasks), [Lane(template, folder) for _ in range(min(count, len(tasks)))]
    try:
        while waiting or any(lane.task for lane in lanes):
            for lane in lanes:
                if waiting and lane.task is None:
                    lane.begin(waiting.popleft())
            ready = wait([lane.connection for lane in lanes if lane.task], LOOK_SECONDS)
            for at, lane in enumerate(lanes):
                if lane.task is None or not (lane.connection in ready or lane.is_stuck):
                    continue
                one = _take(lane)
                if _has_broken(one):
                    lane.end()
                    lanes[at] = Lane(template, folder)
                yield one
    finally:
        for lane in lanes:
            lane.end()


def _take(lane: Lane) -> Played | Tried:
    task = lane.task
    assert task
    if lane.is_stuck:
        return _broken(task, f"not ended after {MOST_SECONDS[task.size]:.0f} s")
    try:
        return lane.take()
    except EOFError:
        return _broken(task, "its process has died")


def _broken(task: Task, why: str, seconds: float = 0.0) -> Played | Tried:
    told = [f"not played to the end: {why}"]
    if task.name in CONTROLS:
        return Tried(task.name, seconds, [], told)
    return Played(task.name, task.seed, task.size, seconds, 0, [], told)


def _has_broken(one: Played | Tried) -> bool:
    told = one.violations if isinstance(one, Played) else one.sound
    return any(each.startswith("not played") for each in told)


# --- In the lane's own process ---


def _work(connection: Connection, template: Template, folder: Path) -> None:
    os.setsid()  # what it starts can be ended together
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright, suppress(EOFError, BrokenPipeError):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        while True:
            task: Task = connection.recv()
            connection.send(_play(task, template, folder, browser))


def _play(task: Task, template: Template, folder: Path, browser: Browser) -> Played | Tried:
    own, began = folder / f"{task.name}-{task.seed}-{task.size}", time.monotonic()
    own.mkdir()
    try:
        if task.name in CONTROLS:
            broken = complaints(task.name, template, own / "broken")
            sound = complaints(task.name, template, own / "sound", is_sound=True)
            return Tried(task.name, time.monotonic() - began, broken, sound)
        with _pages(browser) as new_page:
            one = _play_fault(task, template, own, new_page)
        if not one.violations:
            shutil.rmtree(own)
        return one
    except Exception as fault:  # the harness's own, or a page that never came: told, and the next one is played
        (own / "fault.txt").write_text(traceback.format_exc(), "utf-8")
        return _broken(task, f"{type(fault).__name__}, see {own / 'fault.txt'}", time.monotonic() - began)


def _play_fault(task: Task, template: Template, own: Path, new_page: Callable[[], Page]) -> Played:
    fault, began = FAULTS[task.name], time.monotonic()
    server = template.server(own / "server", **fault.settings)
    if fault.launched:
        server.command = [sys.executable, "-m", "tests.faults.launcher", fault.launched]
    try:
        server.start()
        with Drill(task.seed, SIZES[task.size], server, template.setting, 0, own / "drill", new_page) as drill:
            found = fault.drill.play(drill)
    finally:
        if server.is_running:
            server.kill()
    took = time.monotonic() - began
    return Played(task.name, task.seed, task.size, took, len(found.log), checked(found), violations(found))


@contextmanager
def _pages(browser: Browser) -> Iterator[Callable[[], Page]]:
    """Pages, each in a context of its own; all of them are closed."""
    contexts: list[BrowserContext] = []

    def new_page() -> Page:
        contexts.append(browser.new_context(**CONTEXT))
        return contexts[-1].new_page()

    try:
        yield new_page
    finally:
        for context in contexts:
            context.close()
