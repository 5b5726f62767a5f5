"""A workshop with its breakout groups."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.models.base import Model, UtcDateTime, new_id, now
from facilitator.models.translated import Translated

if TYPE_CHECKING:
    from facilitator.models.board import Board
    from facilitator.models.people import Participant
    from facilitator.models.programme import Project


class WorkshopKind(StrEnum):
    """What a workshop is for."""

    APPLICATION = "application"
    PROJECT = "project"


class WorkshopStatus(StrEnum):
    """draft: only facilitators; live: whoever has the code; closed: read and download."""

    DRAFT = "draft"
    LIVE = "live"
    CLOSED = "closed"


class Workshop(Translated, Model):
    """One meeting of a series."""

    __tablename__ = "workshops"
    WORDED: ClassVar[tuple[str, ...]] = ("title", "instructions")

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(2), default="fi")  # the main one: of its texts and its boards'
    kind: Mapped[str] = mapped_column(String(16), default=WorkshopKind.PROJECT)
    position: Mapped[int] = mapped_column(default=1)  # its number in the project's series, from 1
    instructions: Mapped[str] = mapped_column(Text, default="")
    call_url: Mapped[str] = mapped_column(Text, default="")  # https, or empty
    starts_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    status: Mapped[str] = mapped_column(String(16), default=WorkshopStatus.DRAFT)
    code: Mapped[str] = mapped_column(String(8), unique=True)  # Crockford base32, 40 bits, changeable
    is_door_open: Mapped[bool] = mapped_column(default=True)  # whether the code lets new people in
    authors: Mapped[str] = mapped_column(String(16), default="names")  # or organisations, nothing; fixed once live
    asks_organisation: Mapped[bool] = mapped_column(default=True)
    organisations: Mapped[list[str]] = mapped_column(JSON, default=list)  # what the join page suggests
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    project: Mapped[Project] = relationship(back_populates="workshops")
    groups: Mapped[list[Group]] = relationship(
        back_populates="workshop", order_by="Group.position", cascade="all, delete-orphan"
    )
    boards: Mapped[list[Board]] = relationship(back_populates="workshop", order_by="(Board.position, Board.created_at)")
    participants: Mapped[list[Participant]] = relationship(back_populates="workshop", order_by="Participant.joined_at")

    @property
    def guests(self) -> list[Participant]:
        """Those who take part and were not sent out, in the order of joining."""
        return [each for each in self.participants if each.removed_at is None and not each.is_backstage]

    @property
    def main_language(self) -> str:
        """Chosen for the workshop."""
        return self.language


class Group(Model):
    """A breakout group."""

    __tablename__ = "groups"
    __table_args__ = (UniqueConstraint("workshop_id", "name"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshops.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    position: Mapped[int] = mapped_column(default=1)
    region: Mapped[str] = mapped_column(String(2), default="")  # of whom it speaks for, as a project's
    size: Mapped[str] = mapped_column(String(16), default="")

    workshop: Mapped[Workshop] = relationship(back_populates="groups")
