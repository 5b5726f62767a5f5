"""Whatever a row names is there."""

from __future__ import annotations

from sqlalchemy import Connection, ForeignKey, func, select

from facilitator.extensions import db
from facilitator.upkeep.findings import Check


def check_keys(connection: Connection) -> list[Check]:
    """Every foreign key of every table, whatever the database itself may have been told to overlook."""
    check = Check("keys", {"keys": 0})
    for table in db.metadata.sorted_tables:
        for key in sorted(table.foreign_keys, key=lambda each: each.parent.name):
            check.counted["keys"] += 1
            if rows := _dangling(connection, key):
                check.wrong("key.dangling", table=table.name, column=key.parent.name, rows=rows)
    return [check]


def _dangling(connection: Connection, key: ForeignKey) -> int:
    one, other = key.parent, key.column.table.alias()
    there = select(other.c[key.column.name]).where(other.c[key.column.name] == one).exists()
    query = select(func.count()).select_from(one.table).where(one.is_not(None), ~there)
    return int(connection.execute(query).scalar() or 0)
