"""Starts the server with one part changed: broken on purpose, or as a fault needs it.

python -m tests.faults.launcher ack_first
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import wsgi  # patches the standard library before anything else is imported

LATE_SECONDS = 0.7
FEW_SECONDS, FEW_BYTES = 2.0, 24 << 20
NAP_SECONDS = 0.01
MOST_PAGES = 4_294_967_294  # SQLite's own limit


def sync_off() -> None:
    """Commits reach the system's cache, and the disk whenever it likes."""
    from facilitator.models import transaction

    prepare = transaction.prepare_sqlite

    def prepare_loosely(connection: sqlite3.Connection) -> None:
        prepare(connection)
        connection.execute("PRAGMA synchronous=OFF").close()

    transaction.prepare_sqlite = prepare_loosely


def ack_first() -> None:
    """Everybody is told of a batch, and it is stored a little later."""
    import eventlet

    from facilitator.live.writer import Writer

    append = Writer.append

    def append_later(self: Writer, *batch: Any) -> None:
        eventlet.spawn_after(LATE_SECONDS, append, self, *batch)

    Writer.append = append_later


def view_open() -> None:
    """Whom an event is for is not asked."""
    from facilitator.engine import see_event

    def see_all(event: Any, viewer: str | None, authors: str) -> dict[str, Any]:
        return see_event(replace(event, to=None), viewer, authors)

    _everywhere("see_event", see_event, see_all)


def heart_stopped() -> None:
    """Nobody is told where the log is."""
    from facilitator.live.heart import Heart

    Heart.beat = lambda self: None


def disk_small() -> None:
    """The database may grow no more while there is a file `full` beside it (F3)."""
    from sqlalchemy import Engine, event

    flag = Path(wsgi.app.config["SETTINGS"].instance) / "full"

    @event.listens_for(Engine, "begin")
    def limit(connection: Any) -> None:
        most = 1 if flag.exists() else MOST_PAGES  # no less than there are
        connection.exec_driver_sql(f"PRAGMA max_page_count={most}").close()


def files_held() -> None:
    """Who writes a file has little time while there is a file `brief`, little memory while one is `narrow` (F20)."""
    from facilitator.hub import apart

    folder, bounds = Path(wsgi.app.config["SETTINGS"].instance), apart.bounds

    def held() -> tuple[float, int]:
        seconds, memory = bounds()
        brief, narrow = (folder / "brief").exists(), (folder / "narrow").exists()
        return (FEW_SECONDS if brief else seconds), (FEW_BYTES if narrow else memory)

    apart.bounds = held


def felt() -> None:
    """How long the loop's own work kept it from its next turn, at the longest, is in a file `held` (F16).

    Its processor time is counted, not the clock's: a machine that has other work to do holds up everything.
    """
    import eventlet

    file, longest = Path(wsgi.app.config["SETTINGS"].instance) / "held", 0.0

    def feel() -> None:
        nonlocal longest
        while True:
            before = time.thread_time()
            eventlet.sleep(NAP_SECONDS)
            held = time.thread_time() - before
            if held > longest:
                longest = held
                file.write_text(f"{held:.4f}")

    eventlet.spawn(feel)


def newer() -> None:
    """A later release: its events, its notes and its boards have in them what this one does not know (F23)."""
    from facilitator.engine import Event, decide, see_event

    def decide_more(*what: Any) -> Any:
        event = decide(*what)
        if not isinstance(event, Event) or not any(_is_new_note(change) for change in event.changes):
            return event
        changes = [
            {**change, "set": {**change["set"], "mood": {"calm": 3}}} if _is_new_note(change) else change
            for change in event.changes
        ]
        return replace(event, changes=[*changes, {"id": f"sticker:{event.op}", "set": {"shape": "star"}}])

    def see_more(*what: Any) -> dict[str, Any]:
        return {**see_event(*what), "hint": {"from": "later"}}

    _everywhere("decide", decide, decide_more)
    _everywhere("see_event", see_event, see_more)


def _is_new_note(change: Mapping[str, Any]) -> bool:
    return change["id"].startswith("note:") and "kind" in change.get("set", {})


def _everywhere(name: str, before: Any, after: Any) -> None:
    """Put another function in the place of one, in every module that has taken it by its name."""
    for path, module in list(sys.modules.items()):
        if path.startswith("facilitator.") and getattr(module, name, None) is before:
            setattr(module, name, after)


BROKEN: Mapping[str, Callable[[], None]] = {
    "sync_off": sync_off,
    "ack_first": ack_first,
    "view_open": view_open,
    "heart_stopped": heart_stopped,
    "disk_small": disk_small,
    "files_held": files_held,
    "felt": felt,
    "newer": newer,
    "sound": lambda: None,
}

if __name__ == "__main__":
    from facilitator.hub.server import serve

    BROKEN[sys.argv[1]]()
    serve(wsgi.app, wsgi.app.config["SETTINGS"].host, wsgi.app.config["SETTINGS"].port)
