"""Bringing a backup back: prepared beside the database, checked, and only then put in its place.

What was erased since is erased in it again, what was taken away from people stays taken away, and every document gets
another epoch: whoever has a later state of it fetches it anew (P4.6).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import flask_migrate
from flask import Flask
from sqlalchemy import URL, make_url, select
from sqlalchemy.exc import SQLAlchemyError

from facilitator.config import Settings
from facilitator.errors import Conflict
from facilitator.extensions import db
from facilitator.live import log
from facilitator.models import Document
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning.erasing import erase_again
from facilitator.planning.retention import forget_name_again, forget_names
from facilitator.record import erasures
from facilitator.upkeep import postgres_copy, sqlite_copy, tables
from facilitator.upkeep.findings import Check
from facilitator.upkeep.problems import RestoreFailed
from facilitator.upkeep.taken_away import TakenAway, take_away_again, taken_away
from facilitator.upkeep.verify import verify

Opening = Callable[[Settings], AbstractContextManager[Flask]]  # an application on these settings, in its context


@dataclass(frozen=True, slots=True)
class Restored:
    """How it went. kept: what the database that was there is called now."""

    kept: str
    erased_again: int
    checks: Sequence[Check]


def restore(settings: Settings, source: Path, at: datetime, opening: Opening) -> Restored:
    """Bring this backup back. Until the last step the database is untouched, and then it changes at once.

    In the context of an application on these settings; opening: makes another, for the copy that is being prepared.
    Raises Conflict (`restore.unreadable`, `restore.newer`, `restore.wrong`, `restore.failed`).
    """
    live = make_url(settings.database)
    is_sqlite = live.get_backend_name() == "sqlite"
    if not (sqlite_copy.is_ours(source) if is_sqlite else postgres_copy.is_ours(source)):
        raise Conflict("restore.unreadable")
    stamp = at.strftime("%Y%m%d-%H%M%S")
    beside, kept = _named(live, "restoring", stamp), _named(live, "before", stamp)
    taken = _taken_away()
    try:
        if is_sqlite:
            sqlite_copy.copy(source, _path(beside))
        else:
            postgres_copy.read_into(beside, source)
        with opening(replace(settings, database_url=beside.render_as_string(hide_password=False))):
            again, checks = _prepare(taken)
        if is_sqlite:
            sqlite_copy.replace(_path(live), _path(beside), _path(kept))
        else:
            postgres_copy.replace(live, beside, kept)
    finally:
        _clear(beside, is_sqlite=is_sqlite)
    return Restored(str(kept.database), again, checks)


def _prepare(taken: TakenAway) -> tuple[int, Sequence[Check]]:
    """In the context of an application on the copy."""
    with db.engine.connect() as connection:
        if not tables.are_known(connection):
            raise Conflict("restore.newer")
    flask_migrate.upgrade()
    with transaction() as tx:
        for document in tx.scalars(select(Document.id)).all():
            log.begin_epoch(tx, document)
        take_away_again(tx, taken)
    again = sum(_erase_again(line) for line in erasures.written_down())
    forget_names(now())
    checks = verify(db.engine)
    if any(check.faults for check in checks):
        raise RestoreFailed("restore.wrong")
    return again, checks


def _erase_again(line: dict[str, str]) -> bool:
    if "note" in line:
        return erase_again(line["board"], line["note"], line["by"])
    return forget_name_again(line["person"])


def _taken_away() -> TakenAway:
    """From the database that is there now, if it can be read: losing it may be why somebody restores."""
    with contextlib.suppress(SQLAlchemyError), db.engine.connect() as connection:
        return taken_away(connection)
    return TakenAway()


def _named(live: URL, what: str, stamp: str) -> URL:
    """A name beside the database's own, with the date in it."""
    if live.get_backend_name() == "sqlite":
        path = Path(str(live.database))
        return live.set(database=str(path.with_name(f"{path.stem}-{what}-{stamp}{path.suffix}")))
    return live.set(database=f"{live.database}_{what}_{stamp.replace('-', '_')}")


def _path(database: URL) -> Path:
    return Path(str(database.database))


def _clear(beside: URL, *, is_sqlite: bool) -> None:
    if not is_sqlite:
        postgres_copy.drop(beside)
        return
    for end in ("", *sqlite_copy.BESIDE):
        path = _path(beside)
        path.with_name(path.name + end).unlink(missing_ok=True)
