"""Accounts, guests and what lets them in. Names live here and nowhere else."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.models.base import Model, UtcDateTime, new_id, now

if TYPE_CHECKING:
    from facilitator.models.programme import Membership
    from facilitator.models.workshop import Workshop


def new_account_id() -> str:
    """`u:` and 96 random bits."""
    return "u:" + secrets.token_hex(12)


def new_guest_id() -> str:
    """`p:` and 96 random bits."""
    return "p:" + secrets.token_hex(12)


class User(Model):
    """An account: an administrator, or a facilitator of the programmes that it belongs to."""

    __tablename__ = "users"

    id: Mapped[str] = mapped_column(String(40), primary_key=True, default=new_account_id)
    email: Mapped[str] = mapped_column(String(254), unique=True)  # lower case
    name: Mapped[str] = mapped_column(String(80))
    organisation: Mapped[str] = mapped_column(String(120), default="")
    password_hash: Mapped[str | None] = mapped_column(String(200))  # argon2id; None until one is chosen
    is_admin: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str | None] = mapped_column(String(2))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    disabled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    memberships: Mapped[list[Membership]] = relationship(back_populates="user", cascade="all, delete-orphan")


class Participant(Model):
    """A guest of one workshop. Two who give the same name are told apart by a visible number."""

    __tablename__ = "participants"
    __table_args__ = (UniqueConstraint("workshop_id", "name_key", "number", name="visible_name_once"),)

    id: Mapped[str] = mapped_column(String(40), primary_key=True, default=new_guest_id)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshops.id", ondelete="CASCADE"), index=True)
    group_id: Mapped[str | None] = mapped_column(ForeignKey("groups.id", ondelete="SET NULL"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    name_key: Mapped[str] = mapped_column(String(80))  # the name as compared: case folded
    number: Mapped[int] = mapped_column(default=1)  # from 1; shown from 2 on
    organisation: Mapped[str] = mapped_column(String(120), default="")
    role: Mapped[str] = mapped_column(String(16), default="participant")  # participant | observer | facilitator
    is_trial: Mapped[bool] = mapped_column(
        default=False
    )  # whoever leads, looking as a participant; nobody who is counted
    language: Mapped[str | None] = mapped_column(String(2))
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    workshop: Mapped[Workshop] = relationship(back_populates="participants")

    @property
    def is_backstage(self) -> bool:
        """Whether they are in before the workshop is open: a trial person, or somebody who helps to lead."""
        return self.is_trial or self.role == "facilitator"

    @property
    def visible_name(self) -> str:
        """The name as others see it: `Anna`, then `Anna 2`."""
        return self.name if self.number == 1 else f"{self.name} {self.number}"


class AccessToken(Model):
    """What a person holds: only its SHA-256 is kept. Revoking one revokes those made from it.

    kind: `browser` (an account's cookie), `guest` (a participant), `seat` (one board page), `api` (a program), `trial`
    (a trial person), `leader` (a co-facilitator). What works once and is exchanged for one of these: `sign_in` and
    `co_lead` (links), `device` (a code).
    """

    __tablename__ = "access_tokens"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    kind: Mapped[str] = mapped_column(String(16))
    person_id: Mapped[str] = mapped_column(String(40), index=True)
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("access_tokens.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
