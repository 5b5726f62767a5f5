"""Backing up while people write: one moment of the database, in one file."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import make_url

from facilitator.config import Settings
from facilitator.errors import Conflict
from facilitator.upkeep import postgres_copy, sqlite_copy


def back_up(settings: Settings, target: Path) -> None:
    """Write the file, readable by its owner alone. Raises Conflict (`backup.exists`, `backup.failed`)."""
    database = make_url(settings.database)
    try:
        if database.get_backend_name() == "sqlite":
            sqlite_copy.copy(Path(str(database.database)), target)
        else:
            postgres_copy.copy(database, target)
    except FileExistsError:
        raise Conflict("backup.exists") from None
