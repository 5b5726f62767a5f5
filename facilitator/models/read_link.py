"""A link by which somebody without an account reads what came of a workshop."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.models.base import Model, UtcDateTime, new_id, now
from facilitator.models.workshop import Workshop


class ReadLink(Model):
    """It is nobody's, so it is no access token: it opens one workshop's frozen artefacts and stands for no person."""

    __tablename__ = "read_links"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshops.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)  # SHA-256; the secret was shown once
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    created_by: Mapped[str] = mapped_column(String(40))  # an account's id
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)  # the first moment at which it opens nothing
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    workshop: Mapped[Workshop] = relationship()
