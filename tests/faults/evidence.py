"""All that the checkers are given: histories, the database as the disk has it, and traces."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypedDict

from facilitator.engine import PUBLIC, Event, fold, see_state
from facilitator.engine.decide import empty
from facilitator.engine.rules import NO_RULES
from facilitator.extensions import db
from facilitator.upkeep.verify import verify
from tests.faults.copy import Items, digest
from tests.faults.history import Record
from tests.live.conftest import beside
from tests.server import ROOT, Server


class Row(TypedDict):
    """One event of the log, as stored."""

    document: str
    seq: int
    by: str
    op: str
    at: str
    to: list[str] | None
    changes: list[dict[str, Any]]


@dataclass
class Heard:
    """What somebody was sent, and who they are."""

    person: str
    is_leading: bool
    packets: Sequence[str]


@dataclass(frozen=True)
class Canary:
    """A private text: who wrote it. revealed: the number of the event that showed it to all, 0 if none did."""

    text: str
    author: str
    revealed: int = 0


@dataclass
class Evidence:
    """Of one drill, on one document."""

    document: str
    records: Sequence[Record] = ()
    log: Sequence[Row] = ()
    began_at: int = 1  # the last event before the drill
    pages: Sequence[tuple[int, str]] = ()  # (seq, op) as read page by page over HTTP
    digests: dict[str, str] = field(default_factory=dict)  # of what everybody sees, by who computed it
    healed_at: float = 0.0  # in the history's seconds
    unsettled: Sequence[str] = ()  # what was not as it should be when the time was over
    heard: Sequence[Heard] = ()
    canaries: Sequence[Canary] = ()
    timers: Sequence[tuple[str, str, float]] = ()  # (who, ends_at, the server's clock minus the client's in seconds)
    page: Sequence[tuple[str, float, str]] = ()  # the browser's trace: mark, sent, got or said; milliseconds; text
    offline: Sequence[tuple[float, float]] = ()  # when the page had no line, in its milliseconds
    server_log: str = ""
    texts: Sequence[str] = ()  # of notes, which no log may hold
    database_faults: Sequence[str] = ()  # what the integrity checks say
    figures: dict[str, tuple[float, float]] = field(default_factory=dict)  # before and after: rss, fds, p95 elsewhere
    artefacts: Sequence[tuple[str, str, str]] = ()  # (id, digest, body), before and after


def read_log(database: Path, document: str) -> list[Row]:
    """A document's log, read from outside."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        query = 'SELECT seq, "by", op_id, at, seen_by, changes FROM log_events WHERE document_id = ? ORDER BY seq'
        rows = connection.execute(query, [document]).fetchall()
    return [
        Row(document=document, seq=seq, by=by, op=op, at=at, to=json.loads(to) if to else None, changes=json.loads(chg))
        for seq, by, op, at, to, chg in rows
    ]


def last_seq(database: Path, document: str) -> int:
    """The number of the last event that is stored."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        query = "SELECT max(seq) FROM log_events WHERE document_id = ?"
        return int(connection.execute(query, [document]).fetchone()[0])


def integrity(database: Path) -> list[str]:
    """What SQLite itself finds wrong with its file."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        said = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        return said + [f"foreign key: {row}" for row in connection.execute("PRAGMA foreign_key_check")]


def verified(server: Server) -> list[str]:
    """What `facilitator verify` finds wrong with this server's installation (I16)."""
    with beside(server):
        return [f"{check.kind}: {fault.code} {fault.where}" for check in verify(db.engine) for fault in check.faults]


def replay_in_python(log: Sequence[Row]) -> str:
    """The digest of the log's fold by the engine, in a process that is not the server."""
    events = [Event(row["seq"], row["op"], row["by"], row["at"], row["changes"], _to(row)) for row in log]
    state = fold(empty(log[0]["document"], NO_RULES), events)
    return digest({item_id: dict(item) for item_id, item in see_state(state, PUBLIC).items()})


def replay_in_typescript(log: Sequence[Row]) -> str:
    """The digest of the log's fold by the browser's reducer."""
    told = json.dumps([row["changes"] for row in log])
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("replay.mjs"))], input=told, capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    items: Items = {item.pop("id"): item for item in json.loads(done.stdout)}
    return digest(items)


def _to(row: Row) -> tuple[str, ...] | None:
    return None if row["to"] is None else tuple(row["to"])
