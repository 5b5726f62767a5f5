"""Verifying: everything that can be computed again is, and is compared with what is stored (I3, I12, I16).

It reads one moment of the database, so people may go on writing meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DatabaseError

from facilitator.errors import Conflict
from facilitator.upkeep import tables
from facilitator.upkeep.findings import Check
from facilitator.upkeep.keys import check_keys
from facilitator.upkeep.logs import check_logs
from facilitator.upkeep.pictures import check_pictures
from facilitator.upkeep.versions import check_record


def verify(engine: Engine) -> list[Check]:
    """All checks. Raises Conflict (`tables.old`) where the tables are not those of this version."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        if not tables.are_current(connection):
            raise Conflict("tables.old")
        found = _one_by_one(connection, "log", check_logs)
        found += _one_by_one(connection, "record", check_record)
        found += _one_by_one(connection, "keys", check_keys)
        found += _one_by_one(connection, "pictures", check_pictures)
        if connection.dialect.name == "sqlite":
            found += _one_by_one(connection, "database", _check_file)
    return found


def _one_by_one(connection: Connection, kind: str, check: Callable[[Connection], list[Check]]) -> list[Check]:
    """A damaged file must not keep the other checks from being made."""
    try:
        return check(connection)
    except DatabaseError:
        connection.rollback()
        unreadable = Check(kind)
        unreadable.wrong("database.unreadable")
        return [unreadable]


def _check_file(connection: Connection) -> list[Check]:
    """What SQLite itself finds wrong in its file; how it says so may quote keys, so only how much is told."""
    check = Check("database", {"pages": int(connection.execute(text("PRAGMA page_count")).scalar() or 0)})
    said = connection.execute(text("PRAGMA integrity_check")).scalars().all()
    if list(said) != ["ok"]:
        check.wrong("database.damaged", places=len(said))
    return [check]
