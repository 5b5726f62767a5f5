"""A board: one method applied once. Its content is its document's log, not this row."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.models.base import Model, UtcDateTime, new_id, now
from facilitator.models.translated import Translated

if TYPE_CHECKING:
    from facilitator.models.workshop import Group, Workshop


class Board(Translated, Model):
    """The board's id is also its document's id (`docs/protocol.md`)."""

    __tablename__ = "boards"
    WORDED: ClassVar[tuple[str, ...]] = ("title", "question")

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshops.id", ondelete="CASCADE"), index=True)
    group_id: Mapped[str | None] = mapped_column(
        ForeignKey("groups.id", ondelete="SET NULL"), index=True
    )  # None: everybody's
    title: Mapped[str] = mapped_column(String(200))
    question: Mapped[str] = mapped_column(Text, default="")
    method_key: Mapped[str] = mapped_column(String(60))
    method_version: Mapped[int] = mapped_column()  # the edition it began with, kept for ever
    position: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)

    workshop: Mapped[Workshop] = relationship(back_populates="boards")
    group: Mapped[Group | None] = relationship()

    @property
    def main_language(self) -> str:
        """The workshop's."""
        return self.workshop.language
