"""Copies of an SQLite database that is in use, by SQLite's own backup: each is one moment of it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

PAGES = 1_000  # copied at a time
PATIENCE_SECONDS = 30.0  # for the only pen
OURS = {"alembic_version", "documents", "log_events"}
BESIDE = ("-wal", "-shm")  # what SQLite keeps next to a file in use


def copy(source: Path, target: Path) -> None:
    """Write a copy that is whole when it has its name. Others may write meanwhile: the copy is of when it began.

    Raises FileExistsError; sqlite3.DatabaseError if the source cannot be read.
    """
    if target.exists():
        raise FileExistsError(target)
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with _opened(source) as reading, _opened(partial) as writing:
            reading.execute("BEGIN")
            reading.execute("SELECT count(*) FROM sqlite_master").fetchone()  # holds this moment till the end
            reading.backup(writing, pages=PAGES)
            reading.execute("COMMIT")
            writing.execute("PRAGMA journal_mode=DELETE").fetchone()  # the copy is one file
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)


def is_ours(source: Path) -> bool:
    """Whether this is a database of the product."""
    if not source.is_file():
        return False
    try:
        with _opened(source) as connection:
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    except sqlite3.DatabaseError:
        return False
    return {name for (name,) in names} >= OURS


def replace(live: Path, by: Path, kept: Path) -> None:
    """Keep what is there under another name, and put a prepared copy in its place, in one transaction.

    A server may have the file open: it finds the other content with its next read, and whatever it has stored until
    then is in what is kept. What cannot be read any more is put aside as it is; then no server may have it open.
    """
    try:
        if live.exists():
            _overwrite(live, by, kept)
        else:
            os.replace(by, live)
    except sqlite3.DatabaseError as fault:
        if isinstance(fault, sqlite3.OperationalError):  # locked, or the disk is full: not the file's fault
            raise
        for end in ("", *BESIDE):
            beside = live.with_name(live.name + end)
            if beside.exists():
                os.replace(beside, kept.with_name(kept.name + end))
        os.replace(by, live)


def _overwrite(live: Path, by: Path, kept: Path) -> None:
    is_kept = False

    def keep(status: int, _left: int, _pages: int) -> None:
        """From the first page on the pen is ours: till the end nobody else writes, and all read what was there."""
        nonlocal is_kept
        if status == sqlite3.SQLITE_OK and not is_kept:
            copy(live, kept)
            is_kept = True

    with _opened(by) as reading, _opened(live) as writing:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
            writing.execute(f"PRAGMA {pragma}").fetchall()
        reading.backup(writing, pages=1, progress=keep)
        writing.execute("PRAGMA busy_timeout=1000").fetchall()
        writing.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # unless somebody is reading for long


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, timeout=PATIENCE_SECONDS, isolation_level=None)) as connection:
        yield connection
