"""The journal of erasures, beside the database: what was erased must not come back with a backup made before it.

A line for each, of ids alone: `{"at", "by", "board", "note"}` where a note was emptied, `{"at", "by", "person"}` where
a name was given up. It is written before the database commits: an erasure that somebody asked for and that failed then
is done at the next restore, never the other way round.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from flask import current_app

from facilitator.engine.state import stamp
from facilitator.models.base import now

NAME = "erasures.jsonl"


def write_down(by: str, **what: str) -> None:
    """Add a line, on disk when it returns. OSError where that cannot be done: then nothing is to be erased either."""
    line = json.dumps({"at": stamp(now()), "by": by, **what}) + "\n"
    handle = os.open(_path(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "ab") as file:
        file.write(line.encode("ascii"))
        file.flush()
        os.fsync(file.fileno())


def written_down() -> list[dict[str, Any]]:
    """All lines, in order. A last line that a crash cut short was never followed by its erasure."""
    path = _path()
    if not path.exists():
        return []
    return [found for line in path.read_bytes().splitlines() if (found := _read(line)) is not None]


def _path() -> Path:
    return Path(current_app.config["SETTINGS"].instance) / NAME


def _read(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
