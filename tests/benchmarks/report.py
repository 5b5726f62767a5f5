"""The tables of docs/performance.md, between its two marks. The words around them are written by hand."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.benchmarks.beside import BUSY_TABLE, CANVAS, LINKS, NOTES, OURS, TABLE
from tests.benchmarks.cells import PRODUCT, STEADY, Effort
from tests.benchmarks.figures import Figures
from tests.benchmarks.goals import Line, goals

BEGIN, END = "<!-- figures: written by `make bench` -->", "<!-- end of figures -->"
PACKAGES = ("flask", "flask-socketio", "python-socketio", "eventlet", "orjson", "sqlalchemy")


def write(page: Path, measured: Sequence[dict[str, Any]], effort: Effort) -> None:
    """Put these figures in place of those on the page. ValueError if it lacks the marks."""
    text = page.read_text("utf-8")
    before, after = text.index(BEGIN) + len(BEGIN), text.index(END)
    figures = Figures(measured)
    parts = [_machine(effort), _goals(goals(figures)), *_steady(figures), _events(figures), _beside(figures)]
    page.write_text(text[:before] + "\n\n" + "\n\n".join(parts) + "\n\n" + text[after:], "utf-8")


def write_beside(page: Path, measured: Sequence[dict[str, Any]]) -> None:
    """Those of the large board alone, which are the last ones on the page."""
    text = page.read_text("utf-8")
    told = _beside(Figures(measured))
    before, after = text.index(told.partition("\n")[0]), text.index(END)
    page.write_text(f"{text[:before]}{told}\n\n{text[after:]}", "utf-8")


def _machine(effort: Effort) -> str:
    model = next(
        (line.partition(": ")[2] for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        platform.machine(),
    )
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    kernel = ".".join(platform.release().split(".")[:2])
    rounds = "one round" if effort.rounds == 1 else f"medians of {effort.rounds} rounds"
    return (
        f"{datetime.now(UTC):%Y-%m-%d}; {os.cpu_count()} cores ({model}), {platform.system()} {kernel}; "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {versions}; Node {node[1:]}. "
        f"{rounds.capitalize()}, {effort.seconds:g} s each after {effort.warm:g} s of warming up."
    )


def _goals(lines: Sequence[Line]) -> str:
    rows = ["| goal | what | found | at most | met |", "| --- | --- | ---: | ---: | --- |"]
    for line in lines:
        met = {True: "yes", False: "**no**", None: "–"}[line.is_met]
        rows.append(
            f"| {line.goal} | {line.what} | {_figure(line.found)} {line.unit} | {line.most:g} {line.unit} | {met} |"
        )
    return "\n".join(rows)


def _steady(figures: Figures) -> list[str]:
    cells = sorted({cell for cells in STEADY.values() for cell in cells})

    def table(title: str, *names: str) -> str:
        rows = [
            f"**{title}**\n",
            "| people × operations/s | " + " | ".join(STEADY) + " |",
            "| --- |" + " ---: |" * len(STEADY),
        ]
        for cell in cells:
            found = [" / ".join(_figure(figures.at(server, *cell, name)) for name in names) for server in STEADY]
            shown = " | ".join("" if set(each) <= set("–/ ") else each for each in found)
            rows.append(f"| {cell[0]:,} × {cell[1]:,} | {shown} |")
        return "\n".join(rows)

    return [
        table("CPU of the server per delivery, µs", "cpu_us_per_delivery"),
        table("From sending to receiving, ms: p50 / p95 / p99", "p50", "p95", "p99"),
        table("Deliveries a second", "deliveries_s"),
        table("Share of the core", "cpu_share"),
    ]


def _events(figures: Figures) -> str:
    def row(what: str, event: str, case: str | None, *names: str) -> str:
        found = " / ".join(_figure(figures.of(event, name, case)) for name in names)
        return f"| {what} | {found} |"

    load = ("p50", "p95", "p99")
    return "\n".join(
        [
            "| besides | found |",
            "| --- | ---: |",
            row("300 open a board of 10,000 notes: p50 / p95 / p99 ms", "rush", None, *(f"arrival_{p}" for p in load)),
            row("long texts, all read: p50 / p95 / p99 ms", "stalled", "all read", *load),
            row("long texts, five do not read", "stalled", "five do not", *load),
            row("100 × 100, nobody points: p50 / p95 / p99 ms", "pointing", "nobody points", *load),
            row("100 × 100, all point at 5 Hz", "pointing", "all point", *load),
            row("share of the core, nobody points", "pointing", "nobody points", "cpu_share"),
            row("share of the core, all point", "pointing", "all point", "cpu_share"),
            row("an unrelated request: p50 / p95 / p99 / longest ms", "disk", "steady", *_probe(load)),
            row("the same while the disk stalls 100 ms, every 20th time", "disk", "stalls", *_probe(load)),
            row("the disk alone, 4 KiB made durable: p50 / p95 / p99 / longest ms", "sync", None, *_sync(load)),
            row("two boards of 150 × 200 in a process: deliveries/s of a core", "spread", "one process", "a_core"),
            row("the same, a process each, together", "spread", "two processes", "a_core"),
            f"| memory of the process with 1,000 people, MiB | {_figure(figures.at(PRODUCT, 1000, 100, 'rss_mib'))} |",
        ]
    )


def _beside(figures: Figures) -> str:
    rows = [
        f"**{NOTES:,} notes and {LINKS} arrows in Chromium, beside the same in Excalidraw's component**\n",
        f"| | {OURS} | {CANVAS} |",
        "| --- | ---: | ---: |",
    ]
    for what, *names in (
        ("opened and answering, ms", "usable_ms"),
        ("dragging a note, pointer to frame, ms: p50 / p98", "drag_p50", "drag_p98"),
        ("writing in a note, key to frame, ms: p50 / p98", "key_p50", "key_p98"),
        ("scrolling, wheel to frame, ms: p50 / p98", "scroll_p50", "scroll_p98"),
        ("longest task meanwhile, ms", "task_longest"),
        ("tasks longer than 50 ms meanwhile, ms in all", "tasks_ms"),
        ("what the scripts hold, MiB", "heap_mib"),
        ("memory of the page's process, MiB", "process_mib"),
        ("nodes of the document", "nodes"),
    ):
        found = (" / ".join(_figure(figures.of("beside", name, case)) for name in names) for case in (OURS, CANVAS))
        rows.append(f"| {what} | {' | '.join(found)} |")
    return "\n".join(rows) + "\n\n" + _in_table(figures)


def _in_table(figures: Figures) -> str:
    """Beside the same notes on our map, where something like it is done there."""
    cases = (OURS, TABLE, BUSY_TABLE)
    rows = [
        f"**The same {NOTES:,} notes as rows of our Table, beside our map in the same run**\n",
        f"| | map | {' | '.join(cases[1:])} | table, to the map |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for what, *names in (
        ("opened and answering, ms", "usable_ms"),
        ("writing, key to frame, ms: p50 / p98", "key_p50", "key_p98"),
        ("from cell to cell, key to frame, ms: p50 / p98", "arrow_p50", "arrow_p98"),
        ("scrolling, wheel to frame, ms: p50 / p98", "scroll_p50", "scroll_p98"),
        ("filtering, key to frame, ms: p50 / p98", "filter_p50", "filter_p98"),
        ("sorting, to the first frame, the longest of four, ms", "sort_longest"),
        ("longest task meanwhile, ms", "task_longest"),
        ("rows drawn", "rows_drawn"),
    ):
        told = [[figures.of("beside", name, case) for name in names] for case in cases]
        shares = [figures.share(table, board) for board, table in zip(told[0], told[1], strict=True)]
        cells = (" / ".join(map(_figure, each)) for each in (*told, shares))
        rows.append(f"| {what} | {' | '.join('–' if set(each) <= set('–/ ') else each for each in cells)} |")
    return "\n".join(rows)


def _probe(names: Sequence[str]) -> list[str]:
    return [f"probe_{name}" for name in (*names, "max")]


def _sync(names: Sequence[str]) -> list[str]:
    return [f"sync_{name}" for name in (*names, "max")]


def _figure(value: float | None) -> str:
    """Three digits that matter, and no more."""
    if value is None:
        return "–"
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
