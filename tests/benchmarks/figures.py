"""What was measured, asked by name: medians over the rounds."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Any


class Figures:
    """measured: as `rounds.measure` yields it."""

    def __init__(self, measured: Sequence[dict[str, Any]]) -> None:
        self._measured = measured

    def at(self, server: str, people: int, rate: int, name: str) -> float | None:
        """Of a cell; None if it was not measured."""
        return self._median(name, server=server, people=people, rate=rate)

    def of(self, event: str, name: str, case: str | None = None) -> float | None:
        """Of an event, or of one of its cases."""
        return self._median(name, event=event, **({} if case is None else {"case": case}))

    def worst(self, name: str, **which: Any) -> float | None:
        """The largest of all rounds: for what must never happen."""
        return max(self._all(name, **which), default=None)

    def share(self, above: float | None, below: float | None) -> float | None:
        """The ratio of two figures, where both are known."""
        return above / below if above is not None and below else None

    def _median(self, name: str, **which: Any) -> float | None:
        found = self._all(name, **which)
        return median(found) if found else None

    def _all(self, name: str, **which: Any) -> list[float]:
        return [
            each[name]
            for each in self._measured
            if each.get(name) is not None and all(each.get(key) == value for key, value in which.items())
        ]
