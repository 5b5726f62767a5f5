"""The frame around the work: programmes and their projects, and who belongs to them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.models.base import Model, UtcDateTime, new_id, now

if TYPE_CHECKING:
    from facilitator.models.people import User
    from facilitator.models.workshop import Workshop


class Phase(StrEnum):
    """Where a project is, from its application to its end."""

    APPLIED = "applied"
    IN_APPLICATION_WORKSHOPS = "in_application_workshops"
    SELECTED = "selected"
    NOT_SELECTED = "not_selected"
    RUNNING = "running"
    CLOSED = "closed"


class Size(StrEnum):
    """Of the applicant, by the people it serves: a municipality's inhabitants."""

    UNDER_5 = "under_5"  # thousands
    FROM_5 = "5_20"
    FROM_20 = "20_50"
    FROM_50 = "50_100"
    FROM_100 = "over_100"


class Programme(Model):
    """A call or a series that many projects belong to."""

    __tablename__ = "programmes"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    title: Mapped[str] = mapped_column(String(200))
    owner: Mapped[str] = mapped_column(String(120), default="")  # the organisation behind it
    retention_days: Mapped[int] = mapped_column(default=90)  # names are kept this long after a workshop
    is_example: Mapped[bool] = mapped_column(default=False)  # shown as invented wherever it appears
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)

    projects: Mapped[list[Project]] = relationship(back_populates="programme", order_by="Project.created_at")
    memberships: Mapped[list[Membership]] = relationship(back_populates="programme", cascade="all, delete-orphan")


class Project(Model):
    """One applicant's development work: its challenge, its workshops, its record."""

    __tablename__ = "projects"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    programme_id: Mapped[str] = mapped_column(ForeignKey("programmes.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    applicant: Mapped[str] = mapped_column(String(120), default="")
    challenge: Mapped[str] = mapped_column(Text, default="")
    challenge_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # when it was last written
    phase: Mapped[str] = mapped_column(String(32), default=Phase.APPLIED)
    case_number: Mapped[str] = mapped_column(String(60), default="")
    region: Mapped[str] = mapped_column(String(2), default="")  # a key of planning/regions.py; "" where nobody said
    size: Mapped[str] = mapped_column(String(16), default="")  # a Size; "" where nobody said
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)

    programme: Mapped[Programme] = relationship(back_populates="projects")
    workshops: Mapped[list[Workshop]] = relationship(
        back_populates="project", order_by="(Workshop.position, Workshop.created_at)"
    )


class Membership(Model):
    """An account's place in a programme: `lead` also changes the programme itself, `facilitator` runs its workshops."""

    __tablename__ = "memberships"
    __table_args__ = (UniqueConstraint("user_id", "programme_id"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    programme_id: Mapped[str] = mapped_column(ForeignKey("programmes.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(16), default="facilitator")  # lead | facilitator

    programme: Mapped[Programme] = relationship(back_populates="memberships")
    user: Mapped[User] = relationship(back_populates="memberships")
