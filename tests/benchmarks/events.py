"""What happens to people besides operations: a rush, somebody who reads no more, a slow disk, the end."""

from __future__ import annotations

import os
import sqlite3
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.cells import Effort
from tests.benchmarks.load import Result, finish, put_load, start_load, wait_for_measuring
from tests.benchmarks.servers import Product

Make = Callable[..., Product]  # a server that nobody has used yet: people, boards, notes, …

STORM_PEOPLE, STORM_SECONDS, STORM_NOTES = 300, 2, 10_000
SYNCS, SYNC_BYTES, SYNC_PAUSE = 400, 4_096, 0.005
LONG_TEXT = 1_500  # characters, so that much waits for those who do not read


def rush(make: Make, effort: Effort) -> dict[str, Result]:
    """Everybody opens a large board at once: its state over HTTP, then the connection."""
    with make(STORM_PEOPLE, notes=STORM_NOTES) as server:
        put_load(server, people=1, storm=1)  # somebody is there already, as the facilitator would be
        return {"": put_load(server, people=STORM_PEOPLE, arrivals=STORM_PEOPLE / STORM_SECONDS, storm=1)}


def stalled_readers(make: Make, effort: Effort) -> dict[str, Result]:
    """Five who never read, among 105; and the same board when all read."""
    with make(105, boards=2) as server:
        load = {"rate": 300, "text": LONG_TEXT, **_times(effort)}
        return {
            "all read": put_load(server, board=0, people=100, **load),
            "five do not": put_load(server, board=1, people=105, stalled=5, **load),
        }


def pointing(make: Make, effort: Effort) -> dict[str, Result]:
    """A hundred people who say five times a second where they point; and the same when nobody does."""
    with make(100, boards=2) as server:
        load = {"people": 100, "rate": 100, **_times(effort)}
        return {
            "nobody points": put_load(server, board=0, **load),
            "all point": put_load(server, board=1, cursors=500, **load),
        }


def slow_disk(make: Make, effort: Effort, library: Path) -> dict[str, Result]:
    """The disk takes 100 ms now and then, while somebody asks for a page that has nothing to do with the board."""
    load = {"people": 25, "rate": 100, "probe": "/readyz", **_times(effort)}
    found = {}
    for name, env in (("steady", {}), ("stalls", {"LD_PRELOAD": str(library), "STALL_EVERY": "20", "STALL_MS": "100"})):
        with make(25, **env) as server:
            found[name] = put_load(server, **load)
    return found


def disk_alone(folder: Path) -> dict[str, Result]:
    """How long the disk itself takes to make a page durable: whoever sends an operation waits for it."""
    took, file = [], os.open(folder / "sync", os.O_RDWR | os.O_CREAT)
    for _ in range(SYNCS):
        began = time.perf_counter()
        os.pwrite(file, os.urandom(SYNC_BYTES), 0)
        os.fdatasync(file)
        took.append(1_000 * (time.perf_counter() - began))
        time.sleep(SYNC_PAUSE)
    os.close(file)
    shares = statistics.quantiles(took, n=100)
    return {"": {"sync_p50": shares[49], "sync_p95": shares[94], "sync_p99": shares[98], "sync_max": max(took)}}


def ending(make: Make, effort: Effort, folder: Path) -> dict[str, Result]:
    """SIGTERM in the middle of things: what anybody has seen must be in the log."""
    seen = folder / f"seen-{time.monotonic_ns()}"
    with make(100) as server:
        running = start_load(server, people=100, rate=300, seen=seen, **_times(effort))
        wait_for_measuring(running)
        time.sleep(effort.seconds / 2)
        seconds, code = server.end()
        result = finish(running)
        with sqlite3.connect(server.database) as database:
            logged = {row[0] for row in database.execute("SELECT op_id FROM log_events")}
    shown = set(seen.read_text().split())
    end = {"end_seconds": round(seconds, 2), "exit": code, "shown": len(shown), "missing": len(shown - logged)}
    return {"": {**result, **end}}


def _times(effort: Effort) -> dict[str, Any]:
    return {"warm": effort.warm, "seconds": effort.seconds}
