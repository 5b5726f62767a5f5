"""What each client did and was told, one JSON a line: all that the checkers know of clients."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypedDict

from tests.faults.copy import is_other_past

# invoke: made · ok: its event came · refused · unknown: the line broke after it was sent
# saw: an event was applied · loaded: a state replaced what was there · line: up or down · answer: a status of HTTP
KINDS = ("invoke", "ok", "refused", "unknown", "saw", "loaded", "line", "answer", "welcome")


class Record(TypedDict, total=False):
    """One line. t: seconds since the drill began."""

    t: float
    client: str
    person: str
    kind: str
    op: str
    seq: int
    epoch: str | None  # of what the client had; None before it had anything
    code: str
    message: str
    status: int
    is_up: bool
    now: str


class History:
    """Keeps the lines, in memory and in a file, in the order in which they happened."""

    def __init__(self, path: Path) -> None:
        self.records: list[Record] = []
        self._began = time.monotonic()
        self._lock = threading.Lock()
        self._file = path.open("w", encoding="utf-8")

    def now(self) -> float:
        """Seconds since the drill began."""
        return round(time.monotonic() - self._began, 4)

    def write(self, client: str, person: str, kind: str, **more: Any) -> None:
        """Add one line."""
        assert kind in KINDS, kind
        with self._lock:
            record: Record = {"t": self.now(), "client": client, "person": person, "kind": kind, **more}
            self.records.append(record)
            self._file.write(json.dumps(record, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Leave the file whole."""
        self._file.close()


def of(records: Iterable[Record], *kinds: str) -> list[Record]:
    """Those of these kinds."""
    return [record for record in records if record["kind"] in kinds]


def within(records: Iterable[Record], epoch: str) -> list[Record]:
    """Those of the past that this epoch is of: what happened before a log went back in time is told of by itself."""
    return [record for record in records if not is_other_past(record.get("epoch"), epoch)]


def waits(records: Iterable[Record], since: float, until: float) -> list[float]:
    """Seconds from each act to its acknowledgement, of those begun in between."""
    begun = {record["op"]: record["t"] for record in of(records, "invoke") if since <= record["t"] < until}
    return [record["t"] - begun[record["op"]] for record in of(records, "ok") if record["op"] in begun]


def p95(seconds: list[float]) -> float:
    """What the slowest twentieth waits at least; 0 of nothing."""
    return sorted(seconds)[int(len(seconds) * 0.95)] if seconds else 0.0
