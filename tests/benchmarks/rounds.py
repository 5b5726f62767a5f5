"""Everything once, then everything again. Servers take turns, so what the machine does meanwhile meets them all."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks import events
from tests.benchmarks.cells import C_TICK, NODE, NODE_TICK, PRODUCT, STEADY, TICK_MS, C, Effort
from tests.benchmarks.load import Result, put_load
from tests.benchmarks.servers import REFERENCE, Bare, Product, compiled, migrated

Measured = dict[str, Any]  # {"round", "server", "people", "rate", …} or {"round", "event", …}


def measure(effort: Effort, say: Callable[[str], None]) -> Iterator[Measured]:
    """All cells and events of all rounds."""
    with tempfile.TemporaryDirectory(prefix="facilitator-bench-") as name:
        bench = Bench(Path(name), effort)
        for number in range(1, effort.rounds + 1):
            for measured in bench.round():
                say(told(number, measured))
                yield {"round": number, **measured}


def told(number: int, measured: Measured) -> str:
    """One line while it runs."""
    if "event" in measured:
        return f"{number}  {measured['event']}"
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
            yield from self._steady(server)
        effort, make = self._effort, self._product
        yield {"event": "rush", **events.rush(make, effort)}
        for name, event in (("stalled", events.stalled_readers), ("pointing", events.pointing)):
            yield from _named(name, event(make, effort))
        yield from _named("disk", events.slow_disk(make, effort, self._disk))
        yield {"event": "ending", **events.ending(make, effort, self._folder)}

    def _steady(self, name: str) -> Iterator[Measured]:
        cells = STEADY[name]
        with self._server(name) as server:
            for board, (people, rate) in enumerate(cells):
                load = {"people": people, "rate": rate, "warm": self._effort.warm, "seconds": self._effort.seconds}
                yield {"server": name, **load, **put_load(server, board=board, **load)}

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

    def _product(self, people: int, boards: int = 1, notes: int = 0, **env: str) -> Product:
        return Product(self._new("product"), self._empty, people, boards, notes, **env)

    def _new(self, name: str) -> Path:
        folder = self._folder / f"{name}-{time.monotonic_ns()}"
        folder.mkdir()
        return folder


def _named(event: str, results: dict[str, Result]) -> Iterator[Measured]:
    return ({"event": event, "case": case, **result} for case, result in results.items())
