"""How Alembic runs here: inside the application, on its own database."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from facilitator import models  # noqa: F401  (importing them fills the metadata)
from facilitator.extensions import db
from facilitator.models.base import UtcDateTime


def write_type(kind: str, column: Any, _context: Any) -> str | Literal[False]:
    """A revision names the plain type: it must not change when our own type does."""
    if kind == "type" and isinstance(column, UtcDateTime):
        return "sa.DateTime()"
    return False


def migrate(connection: Connection) -> None:
    """Run on one connection.

    Batch mode makes a changed table anew and drops the old one. With SQLite's foreign keys on, that would delete every
    row which refers to it; so they are off meanwhile, and checked before the commit.
    """
    is_sqlite = connection.dialect.name == "sqlite"
    raw: Any = connection.connection.dbapi_connection
    if is_sqlite:
        raw.execute("PRAGMA foreign_keys=OFF").close()
    context.configure(
        connection=connection,
        target_metadata=db.metadata,
        render_item=write_type,
        **current_app.extensions["migrate"].configure_args,
    )
    with context.begin_transaction():
        context.run_migrations()
        if is_sqlite:
            broken = raw.execute("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"foreign keys broken by this migration: {broken[:5]}")
    if is_sqlite:
        connection.commit()
        raw.execute("PRAGMA foreign_keys=ON").close()


with db.engine.connect().execution_options(sqlite_immediate=True) as connection:
    migrate(connection)
