"""The project's record: what was confirmed, for ever."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.models.base import Model, UtcDateTime, new_id, now

if TYPE_CHECKING:
    from facilitator.models.board import Board
    from facilitator.models.workshop import Workshop


class RecordedArtefact(Model):
    """One version of what a board held. Rows are added, never changed."""

    __tablename__ = "artefacts"
    __table_args__ = (UniqueConstraint("board_id", "version"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), index=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshops.id", ondelete="CASCADE"), index=True)
    board_id: Mapped[str] = mapped_column(ForeignKey("boards.id", ondelete="CASCADE"), index=True)
    version: Mapped[int] = mapped_column()  # from 1 for each board
    state: Mapped[str] = mapped_column(String(16), default="confirmed")  # or at_end, finished; as the body says
    revision: Mapped[int] = mapped_column()  # the seq it was taken at
    title: Mapped[str] = mapped_column(String(200))  # in the workshop's main language
    titles: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)  # by language; of older ones nothing
    method_key: Mapped[str] = mapped_column(String(60))
    digest: Mapped[str] = mapped_column(String(64))  # SHA-256 over RFC 8785 of the artefact without `digest`
    content_digest: Mapped[str] = mapped_column(String(64))  # over what the room made; decides on a new version
    body: Mapped[str] = mapped_column(Text)  # the artefact as RFC 8785 JSON
    taken_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    taken_by: Mapped[str] = mapped_column(String(40))
    replaces_id: Mapped[str | None] = mapped_column(ForeignKey("artefacts.id"))

    board: Mapped[Board] = relationship()
    workshop: Mapped[Workshop] = relationship()
