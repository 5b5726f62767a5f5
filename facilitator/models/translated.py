"""What people call things: in the workshop's main language, and in the others as far as somebody has written them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column


class Translated:
    """A row whose texts have languages: each column holds the main language's, `translations` the others'."""

    WORDED: ClassVar[tuple[str, ...]]  # the columns

    title: Mapped[str]
    # By column, then by language; never the main language, never an empty text.
    translations: Mapped[dict[str, dict[str, str]]] = mapped_column(JSON, default=dict)

    @property
    def main_language(self) -> str:
        """The language of the columns."""
        raise NotImplementedError

    def words(self, column: str) -> dict[str, str]:
        """What is written of it, by language; the main language first. Empty where nothing is."""
        others: Mapping[str, Any] = self.translations or {}
        own = getattr(self, column)
        return ({self.main_language: own} if own else {}) | others.get(column, {})

    @property
    def all_words(self) -> dict[str, dict[str, str]]:
        """The same of every column."""
        return {column: self.words(column) for column in self.WORDED}
