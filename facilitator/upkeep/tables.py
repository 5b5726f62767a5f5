"""Whether the database's tables are those of this version."""

from __future__ import annotations

from functools import cache

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from sqlalchemy import Connection


def are_current(connection: Connection) -> bool:
    """Whether every migration of this version has run, and none that it does not know."""
    return set(MigrationContext.configure(connection).get_current_heads()) == newest()


def newest() -> set[str]:
    """The revision that this version's tables are at."""
    return _heads(current_app.extensions["migrate"].directory)


@cache
def _heads(directory: str) -> set[str]:
    config = Config()
    config.set_main_option("script_location", directory.replace("%", "%%"))
    return set(ScriptDirectory.from_config(config).get_heads())
