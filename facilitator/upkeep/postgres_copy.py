"""Copies of a PostgreSQL database, by the tools that come with it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.pool import NullPool

from facilitator.upkeep.problems import BackupFailed, RestoreFailed

BESIDE = "postgres"  # the database that one is connected to while another is being renamed
MAGIC = b"PGDMP"  # a file in pg_dump's own format begins so


def copy(database: URL, target: Path) -> None:
    """Write a dump that is whole when it has its name. Others may write meanwhile: it is of when it began."""
    if target.exists():
        raise FileExistsError(target)
    partial = target.with_name(target.name + ".partial")
    os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        said = _run(database, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file", str(partial))
        if said is not None:
            raise BackupFailed(said=said)
        os.replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)


def is_ours(source: Path) -> bool:
    """Whether this is a dump at all; what is in it shows when it is read."""
    if not source.is_file():
        return False
    with source.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def read_into(database: URL, source: Path) -> None:
    """Make a database of this name, and fill it from the dump."""
    with _beside(database) as connection:
        try:
            connection.execute(text(f"CREATE DATABASE {_quoted(connection, database)}"))
        except ProgrammingError as fault:
            raise RestoreFailed(said=str(fault.orig).strip().splitlines()[0]) from fault
    said = _run(database, "pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--dbname", "", str(source))
    if said is not None:
        drop(database)
        raise RestoreFailed(said=said)


def drop(database: URL) -> None:
    """Away with it."""
    with _beside(database) as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {_quoted(connection, database)}"))


def replace(live: URL, by: URL, kept: URL) -> None:
    """Keep what is there under another name, and let the prepared copy have its. Whoever is connected comes anew."""
    with _beside(live) as connection:
        old, new, aside = (_quoted(connection, each) for each in (live, by, kept))
        connection.execute(text(f"ALTER DATABASE {old} ALLOW_CONNECTIONS false"))
        ending = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name AND pid <> pg_backend_pid()"
        )
        connection.execute(text(ending), {"name": live.database})
        connection.execute(text(f"ALTER DATABASE {old} RENAME TO {aside}"))
        connection.execute(text(f"ALTER DATABASE {new} RENAME TO {old}"))
        connection.execute(text(f"ALTER DATABASE {aside} ALLOW_CONNECTIONS true"))


@contextmanager
def _beside(database: URL) -> Iterator[Connection]:
    engine = create_engine(database.set(database=BESIDE), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        yield connection


def _quoted(connection: Connection, database: URL) -> str:
    return connection.dialect.identifier_preparer.quote_identifier(database.database or "")


def _run(database: URL, tool: str, *words: str) -> str | None:
    """Run one of PostgreSQL's tools on the database; what it says when it fails. The password is in no argument."""
    program = shutil.which(tool)
    if program is None:
        raise BackupFailed("backup.no_tool", tool=tool)
    given = {
        "PGHOST": database.host or database.query.get("host"),
        "PGPORT": database.port,
        "PGUSER": database.username,
        "PGPASSWORD": database.password,
        "PGDATABASE": database.database,
    }
    environment = {**os.environ, **{name: str(value) for name, value in given.items() if value}}
    words = tuple(word or str(database.database) for word in words)
    done = subprocess.run([program, *words], env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    return None if done.returncode == 0 else (done.stderr.strip().splitlines() or ["?"])[0]
