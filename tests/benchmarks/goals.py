"""The goals, and whether these figures meet them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmarks.beside import BUSY_TABLE, LINKS, NOTES, OURS
from tests.benchmarks.cells import C_TICK, PRODUCT, C
from tests.benchmarks.crowded import VIEWS
from tests.benchmarks.figures import Figures


@dataclass(frozen=True)
class Line:
    """One demand: what was found, and the most that it may be."""

    goal: str
    what: str
    found: float | None
    most: float
    unit: str = ""

    @property
    def is_met(self) -> bool | None:
        """None if it was not measured."""
        return None if self.found is None else self.found <= self.most


def goals(figures: Figures) -> list[Line]:
    """Every demand, in order."""
    return [*_load(figures), *_growth(figures), *_events(figures), *_browser(figures)]


def _load(figures: Figures) -> Iterator[Line]:
    def product(people: int, rate: int, name: str) -> float | None:
        return figures.at(PRODUCT, people, rate, name)

    def lost(people: int, rate: int) -> float | None:
        return figures.worst("lost", server=PRODUCT, people=people, rate=rate)

    cost, floor = product(300, 100, "cpu_us_per_delivery"), figures.at(C, 300, 100, "cpu_us_per_delivery")
    busy, batched = product(300, 1000, "cpu_us_per_delivery"), figures.at(C_TICK, 300, 1000, "cpu_us_per_delivery")
    p99, floor_p99 = product(300, 100, "p99"), figures.at(C, 300, 100, "p99")
    yield Line("G1", "300 × 3,000: deliveries lost", lost(300, 3000), 0)
    yield Line("G1", "300 × 3,000: p99", product(300, 3000, "p99"), 60, "ms")
    yield Line("G2", "300 × 100: CPU per delivery, to c0's", figures.share(cost, floor), 2.5, "×")
    yield Line("G2", "300 × 1,000: CPU per delivery, to c20's", figures.share(busy, batched), 5, "×")
    yield Line("G3", "300 × 100: p50", product(300, 100, "p50"), 6, "ms")
    yield Line("G3", "300 × 100: p99", p99, 12, "ms")
    yield Line("G3", "300 × 100: p99, to c0's", figures.share(p99, floor_p99), 3.5, "×")
    yield Line("G4", "1,000 × 100: deliveries lost", lost(1000, 100), 0)
    yield Line("G4", "1,000 × 100: p99", product(1000, 100, "p99"), 60, "ms")


def _growth(figures: Figures) -> Iterator[Line]:
    for before, after in (
        ((25, 100), (100, 100)),
        ((100, 100), (300, 100)),
        ((300, 100), (1000, 100)),
        ((300, 100), (300, 1000)),
        ((300, 1000), (300, 3000)),
    ):
        costs = [figures.at(PRODUCT, *cell, "cpu_us_per_delivery") for cell in (after, before)]
        what = f"CPU per delivery, {after[0]:,} × {after[1]:,} to {before[0]:,} × {before[1]:,}"
        yield Line("G5", what, figures.share(*costs), 1, "×")


def _events(figures: Figures) -> Iterator[Line]:
    readers = [figures.of("stalled", "p99", case) for case in ("five do not", "all read")]
    busy, quiet = (figures.of("pointing", "cpu_share", case) for case in ("all point", "nobody points"))
    pointing = [figures.of("pointing", "p99", case) for case in ("all point", "nobody points")]
    points = None if busy is None or quiet is None else 100 * (busy - quiet)
    yield Line("G6", "300 open a board of 10,000 notes in 2 s: p95", figures.of("rush", "arrival_p95"), 150, "ms")
    yield Line("G6", "CPU for each of them", figures.of("rush", "arrival_cpu_ms"), 5, "ms")
    yield Line("G7", "p99 of the others when five never read", figures.share(*readers), 1.1, "×")
    yield Line("G8", "100 people point at 5 Hz: points of a core", points, 8, "")
    yield Line("G8", "p99 of notes meanwhile", figures.share(*pointing), 1.1, "×")
    yield Line(
        "G9", "an unrelated request while the disk stalls: p99", figures.of("disk", "probe_p99", "stalls"), 10, "ms"
    )
    yield Line("G10", "memory of an idle participant", figures.at(PRODUCT, 300, 100, "idle_kib"), 120, "KiB")
    yield Line("G11", "SIGTERM under load: time to the end", figures.worst("end_seconds", event="ending"), 2, "s")
    yield Line("G11", "exit code", figures.worst("exit", event="ending"), 0)
    yield Line("G11", "operations seen by somebody and not in the log", figures.worst("missing", event="ending"), 0)


def _browser(figures: Figures) -> Iterator[Line]:
    for view in VIEWS:
        opening, writing = f"opening, {view}", f"writing, {view}"
        usable = figures.of("browser", "usable_ms", opening)
        yield Line("page", f"10,000 notes in Chromium, {view}: usable after", usable, 3_000, "ms")
        what = f"1,000 notes and 30 operations a second, {view}"
        yield Line("page", f"{what}: p98 from a key to its frame", figures.of("browser", "key_p98", writing), 50, "ms")
        yield Line("page", f"{what}: longest task", figures.of("browser", "task_longest", writing), 100, "ms")
    for what, name, most in (
        ("p98 from a pointer that drags to its frame", "drag_p98", 50),
        ("p98 from a key to its frame", "key_p98", 50),
        ("p98 from a wheel to its frame", "scroll_p98", 50),
        ("longest task", "task_longest", 200),
    ):
        found = figures.of("beside", name, OURS)
        yield Line("page", f"{NOTES:,} notes and {LINKS} arrows, map: {what}", found, most, "ms")
    for what, name, most in (
        ("usable after", "usable_ms", 1_500),
        ("p98 from a key in a cell to its frame", "key_p98", 50),
        ("p98 from a wheel to its frame", "scroll_p98", 100),
        ("sorting, to the first frame", "sort_longest", 300),
        ("longest task", "task_longest", 200),
    ):
        found = figures.of("beside", name, BUSY_TABLE)
        yield Line("page", f"{NOTES:,} rows and 30 operations a second, table: {what}", found, most, "ms")
