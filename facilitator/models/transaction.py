"""The only way to write, and how SQLite is opened.

SQLite has one writer. The lock is taken by a greenlet, never by a real thread, and rooms take the same one before
they hand a commit to a thread (`docs/protocol.md`, P6.2).
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from facilitator.extensions import db

write_lock = threading.Lock()  # green once eventlet has patched
_queue = threading.Lock()  # of all who write but rooms: one of them at a time asks for the other lock


@dataclass(slots=True)
class Commits:
    """How often this process has written, rooms' logs aside: what was read before is as it was if this is."""

    count: int = 0


commits = Commits()


def engine_options(database: str) -> dict[str, Any]:
    """How the web pool is opened: a connection that a restarted database server has dropped is found out before use."""
    return {} if database.startswith("sqlite") else {"pool_pre_ping": True}


def prepare_sqlite(connection: sqlite3.Connection) -> None:
    """Durable before it is acknowledged (`synchronous=FULL`), what is erased overwritten, and BEGIN is ours to say."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=250", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _prepare_postgresql(connection: Any) -> None:
    """Durable before it is acknowledged, whatever the server's own default."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"
        )
    connection.commit()


@event.listens_for(Engine, "connect")
def _opened(connection: Any, _record: Any) -> None:
    if isinstance(connection, sqlite3.Connection):
        prepare_sqlite(connection)
    else:
        _prepare_postgresql(connection)


@event.listens_for(Engine, "begin")
def _began(connection: Any) -> None:
    """A read that turns into a write fails at once on SQLite: who means to write says so from the start."""
    if connection.dialect.name == "sqlite":
        immediate = connection.get_execution_options().get("sqlite_immediate")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


@contextmanager
def transaction() -> Iterator[Session]:
    """One write, committed at the end or not at all. Nothing inside may wait: no emit, no HTTP, no sleep.

    A room that is about to commit waits for one of these at most, however many people come in at once.
    """
    is_sqlite = db.engine.dialect.name == "sqlite"
    with _queue if is_sqlite else nullcontext(), write_lock if is_sqlite else nullcontext():
        db.session.rollback()  # ends a read transaction, whose snapshot could not be written on
        if is_sqlite:
            db.session.connection(execution_options={"sqlite_immediate": True})
        try:
            yield db.session()
            db.session.commit()
            commits.count += 1
        except BaseException:
            db.session.rollback()
            raise


def forget_old_pages() -> None:
    """Leave nothing of what was overwritten in SQLite's journal, as far as nobody is reading it just now."""
    if db.engine.dialect.name != "sqlite":
        return
    db.session.rollback()  # one's own snapshot would keep it
    connection = db.engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
