"""Statements that rooms need for every batch, made ready once.

SQLAlchemy's own way from a statement to the driver takes longer than the answer: it looks up by the statement's shape
what it compiled before, each time. Here that is known. Values go to the driver as they are: text, numbers and null.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, CursorResult, bindparam
from sqlalchemy.engine import Compiled
from sqlalchemy.sql import ClauseElement

Values = Mapping[str, Any]


class Ready:
    """One statement. names: the columns that an insert fills."""

    def __init__(self, statement: ClauseElement, names: Sequence[str] | None = None) -> None:
        self._statement, self._names = statement, names
        self._compiled: dict[str, tuple[Compiled, Values]] = {}  # by dialect, with what the statement itself says

    def on(self, connection: Connection, values: Values | Sequence[Values]) -> CursorResult[Any]:
        """Execute it with these values of its parameters; once for each where several are given."""
        dialect = connection.dialect
        if dialect.name not in self._compiled:
            compiled = self._statement.compile(dialect=dialect, column_keys=self._names)
            self._compiled[dialect.name] = compiled, dict(compiled.params)
        compiled, said = self._compiled[dialect.name]
        given: Any = [values] if isinstance(values, Mapping) else values
        if dialect.positional:
            order = compiled.positiontup or ()  # type: ignore[attr-defined]  # every SQL compiler has it
            rows: Any = [tuple([row[name] if name in row else said[name] for name in order]) for row in given]
        else:
            rows = [{**said, **row} for row in given]
        return connection.exec_driver_sql(compiled.string, rows[0] if isinstance(values, Mapping) else rows)


def places(name: str, count: int) -> list[BindParameter[str]]:
    """Parameters of a statement that is for so many values."""
    return [bindparam(f"{name}_{place}") for place in range(count)]


def filling(name: str, values: Collection[str]) -> dict[str, str]:
    """These values for such places: 1, 2, 4 … of them, the last value in all that are left over.

    So for 17 values the statement for 32 will do, and few statements are enough.
    """
    given = list(values)
    count = 1 << (len(given) - 1).bit_length()
    return {f"{name}_{place}": given[min(place, len(given) - 1)] for place in range(count)}
