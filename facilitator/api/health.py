"""Whether the process is up, and whether it can serve: for machines that watch it."""

from __future__ import annotations

from functools import cache

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Blueprint, Response, current_app
from sqlalchemy.exc import SQLAlchemyError

from facilitator.api.calls import as_json
from facilitator.extensions import db

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def alive() -> Response:
    """The process answers. Nothing is asked of the database."""
    return as_json({"status": "up"})


@blueprint.get("/readyz")
def ready() -> Response:
    """200 when the database is reachable and its tables are those of this version; else 503 with what is missing."""
    try:
        is_now = is_current()
    except SQLAlchemyError:
        return as_json({"status": "not ready", "database": "unreachable", "migrations": "unknown"}, 503)
    if not is_now:
        return as_json({"status": "not ready", "database": "reachable", "migrations": "pending"}, 503)
    return as_json({"status": "ready", "database": "reachable", "migrations": "current"})


def is_current() -> bool:
    """Whether the tables are this version's. Raises SQLAlchemyError where the database cannot be reached."""
    with db.engine.connect() as connection:
        return set(MigrationContext.configure(connection).get_current_heads()) == newest()


def newest() -> set[str]:
    """The revision that this version's tables are at."""
    return _heads(current_app.extensions["migrate"].directory)


@cache
def _heads(directory: str) -> set[str]:
    config = Config()
    config.set_main_option("script_location", directory.replace("%", "%%"))
    return set(ScriptDirectory.from_config(config).get_heads())
