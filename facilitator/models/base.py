"""What every table shares: ids, times and the model class."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import DateTime
from sqlalchemy.types import TypeDecorator

from facilitator.clock import now as now
from facilitator.extensions import Base, db

if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time in UTC on every database; a naive one is a mistake and is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


_TIME = UtcDateTime()


def stored(at: datetime, dialect: Any) -> Any:
    """A time as the database's driver takes it."""
    process = _TIME.dialect_impl(dialect).bind_processor(dialect)
    return process(at) if process else at


def new_id() -> str:
    """An id that cannot be guessed: 128 bits in hexadecimal. It opens nothing by itself; membership is checked."""
    return secrets.token_hex(16)
