"""Whether the process is up, and whether it can serve: for machines that watch it."""

from __future__ import annotations

from flask import Blueprint, Response
from sqlalchemy.exc import SQLAlchemyError

from facilitator.api.calls import as_json
from facilitator.extensions import db
from facilitator.upkeep import tables

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def alive() -> Response:
    """The process answers. Nothing is asked of the database."""
    return as_json({"status": "up"})


@blueprint.get("/readyz")
def ready() -> Response:
    """200 when the database is reachable and its tables are those of this version; else 503 with what is missing."""
    try:
        with db.engine.connect() as connection:
            is_current = tables.are_current(connection)
    except SQLAlchemyError:
        return as_json({"status": "not ready", "database": "unreachable", "migrations": "unknown"}, 503)
    if not is_current:
        return as_json({"status": "not ready", "database": "reachable", "migrations": "pending"}, 503)
    return as_json({"status": "ready", "database": "reachable", "migrations": "current"})
