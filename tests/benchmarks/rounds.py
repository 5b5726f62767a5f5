"""Everything once, then everything again. Servers take turns, so what the machine does meanwhile meets them all."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from playwright.sync_api import Error as BrowserError

from tests.benchmarks import events
from tests.benchmarks.beside import beside
from tests.benchmarks.cells import C_TICK, NODE, NODE_TICK, PRODUCT, STEADY, TICK_MS, C, Effort
from tests.benchmarks.crowded import crowded
from tests.benchmarks.load import Result, put_load
from tests.benchmarks.servers import REFERENCE, Bare, Product, compiled, migrated
from tests.benchmarks.setting import Tied
from tests.benchmarks.spread import spread

LIMIT_SECONDS = 720  # when this much has gone, no other round begins

Cases = dict[str, Result]
Measured = dict[str, Any]  # {"round", "server", "people", "rate", …} or {"round", "event", …}


def measure(effort: Effort, say: Callable[[str], None]) -> Iterator[Measured]:
    """All cells and events of all rounds. What fails is told as `{"failed", "why"}`, and the rest goes on."""
    ending = time.monotonic() + LIMIT_SECONDS
    with tempfile.TemporaryDirectory(prefix="facilitator-bench-") as name:
        bench = Bench(Path(name), effort)
        for number in range(1, effort.rounds + 1):
            if time.monotonic() > ending:
                say("No time is left for another round.")
                return
            for measured in bench.round() if number > 1 else chain(bench.once(), bench.round()):
                say(told(number, measured))
                yield {"round": number, **measured}


def told(number: int, measured: Measured) -> str:
    """One line while it runs."""
    if "failed" in measured:
        return f"{number}  {measured['failed']} failed: {measured['why']}"
    if "event" in measured:
        return f"{number}  {measured['event']} {measured.get('case', '')}"
    what = f"{measured['server']:12}{measured['people']:5} × {measured['rate']:<5}"
    if not measured.get("deliveries_s"):
        return f"{number}  {what}  nothing was delivered; {measured['came']} came"
    cost, p99 = measured["cpu_us_per_delivery"], measured["p99"]
    return f"{number}  {what}{cost:8.2f} µs  p99 {p99:7.1f} ms  lost {measured['lost']}"


class Bench:
    """Makes the servers."""

    def __init__(self, folder: Path, effort: Effort) -> None:
        self._folder, self._effort = folder, effort
        self._fan, self._disk = compiled(folder)
        self._empty = migrated(self._new("migrated"))

    def round(self) -> Iterator[Measured]:
        """Every cell of every server, then every event."""
        for server in STEADY:
            yield from _tried(server, self._steady(server))
        effort, make = self._effort, self._product
        for name, event in (
            ("rush", lambda: events.rush(make, effort)),
            ("stalled", lambda: events.stalled_readers(make, effort)),
            ("pointing", lambda: events.pointing(make, effort)),
            ("disk", lambda: events.slow_disk(make, effort, self._disk)),
            ("sync", lambda: events.disk_alone(self._folder)),
            ("ending", lambda: events.ending(make, effort, self._folder)),
        ):
            yield from _tried(name, _named(name, event))

    def once(self) -> Iterator[Measured]:
        """What needs no other round beside it: a crowded board in Chromium; a second process."""
        yield from _tried("browser", _named("browser", lambda: crowded(self._product)))
        yield from _tried("beside", _named("beside", lambda: beside(self._product)))
        yield from _tried("spread", _named("spread", lambda: spread(self._new("spread"), self._effort)))

    def _steady(self, name: str) -> Iterator[Measured]:
        cells = STEADY[name]
        with self._server(name) as server:
            for board, (people, rate) in enumerate(cells):
                load = {"people": people, "rate": rate, "warm": self._effort.warm, "seconds": self._effort.seconds}
                yield from _tried(f"{name} {people} × {rate}", _cell(name, server, board, load))

    def _server(self, name: str) -> Product | Bare:
        node = ["node", str(REFERENCE / "fan.mjs")]
        if name == PRODUCT:
            return self._product(max(people for people, _ in STEADY[PRODUCT]), boards=len(STEADY[PRODUCT]))
        program, tick = {
            C: ([str(self._fan)], 0),
            C_TICK: ([str(self._fan)], TICK_MS),
            NODE: (node, 0),
            NODE_TICK: (node, TICK_MS),
        }[name]
        return Bare(program, tick)

    def _product(self, people: int, boards: int = 1, notes: int = 0, tied: Tied | None = None, **env: str) -> Product:
        return Product(self._new("product"), self._empty, people, boards, notes, tied=tied, **env)

    def _new(self, name: str) -> Path:
        folder = self._folder / f"{name}-{time.monotonic_ns()}"
        folder.mkdir()
        return folder


def _cell(name: str, server: Product | Bare, board: int, load: dict[str, Any]) -> Iterator[Measured]:
    yield {"server": name, **load, **put_load(server, board=board, **load)}


def _named(event: str, happen: Callable[[], Cases]) -> Iterator[Measured]:
    for case, result in happen().items():  # in here, so that what fails is one result of many
        yield {"event": event, **({"case": case} if case else {}), **result}


def _tried(what: str, parts: Iterator[Measured]) -> Iterator[Measured]:
    try:
        yield from parts
    except (subprocess.SubprocessError, AssertionError, OSError, BrowserError) as fault:
        yield {"failed": what, "why": f"{type(fault).__name__}: {fault}"}
