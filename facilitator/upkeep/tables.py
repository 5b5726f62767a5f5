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


def are_known(connection: Connection) -> bool:
    """Whether they are those of this version or of an earlier one."""
    known = {each.revision for each in _scripts(_directory()).walk_revisions()}
    return set(MigrationContext.configure(connection).get_current_heads()) <= known


def newest() -> set[str]:
    """The revision that this version's tables are at."""
    return set(_scripts(_directory()).get_heads())


def _directory() -> str:
    return str(current_app.extensions["migrate"].directory)


@cache
def _scripts(directory: str) -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", directory.replace("%", "%%"))
    return ScriptDirectory.from_config(config)
