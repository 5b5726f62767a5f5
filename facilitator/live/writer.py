"""The hand of one room: a database connection of its own that writes batches and nothing else (P6.2)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from facilitator import measures
from facilitator.hub.offload import offload
from facilitator.live import log
from facilitator.models.transaction import write_lock

BUSY_TRIES = 20
BUSY_SECONDS = 0.05


def engine_for(database: str) -> Engine:
    """An engine outside the web pool: every connection is one room's."""
    is_sqlite = database.startswith("sqlite")
    threads = {"check_same_thread": False} if is_sqlite else {}  # one thread at a time, but not always the same
    return create_engine(database, poolclass=NullPool, connect_args=threads)


class Writer:
    """Commits batches; outside the event loop on SQLite. A PostgreSQL driver waits together with the others anyway."""

    def __init__(self, engine: Engine, document: str, sleep: Callable[[float], object] = time.sleep) -> None:
        self._engine, self._document, self._sleep = engine, document, sleep
        self._connection: Connection | None = None
        self._at_work = threading.Lock()  # green once eventlet has patched, and never taken in a thread of its own

    def append(self, entries: Sequence[log.Entry], epoch: str) -> None:
        """Durable when it returns. Raises IntegrityError after a lost race, Rewritten if the epoch is over.

        Nothing was written then.
        """
        for tries_left in reversed(range(BUSY_TRIES)):
            try:
                return self._append(entries, epoch)
            except OperationalError as error:  # another process holds the file's only pen
                if "locked" not in str(error.orig) or not tries_left:
                    self.close()  # of a broken connection, nothing is known
                    raise
            self._sleep(BUSY_SECONDS)
        return None

    def close(self) -> None:
        """Let the connection go; the next batch opens another. Waits for a batch that is being written.

        To close under one would take its first rows back, and the others would be stored each by itself.
        """
        with self._at_work:
            self._let_go()

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _append(self, entries: Sequence[log.Entry], epoch: str) -> None:
        with self._at_work:
            self._write(entries, epoch)

    def _write(self, entries: Sequence[log.Entry], epoch: str) -> None:
        began = time.monotonic()
        if self._connection is None:
            self._connection = self._engine.connect().execution_options(sqlite_immediate=True)
        if self._engine.dialect.name == "sqlite":
            with write_lock:  # taken here, never in the thread
                offload(_commit, self._connection, self._document, entries, epoch)
        else:
            _commit(self._connection, self._document, entries, epoch)
        measures.batch_events.observe(len(entries))
        measures.commit_seconds.observe(time.monotonic() - began)


def _commit(connection: Connection, document: str, entries: Sequence[log.Entry], epoch: str) -> None:
    with connection.begin():
        log.append(connection, document, entries, epoch)
