"""Pictures that lie on boards. They are in the database, so that every process, copy and restore has them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.models.base import Model, UtcDateTime, now


class StoredPicture(Model):
    """One picture of one board. It never changes: its id is the SHA-256 of its body."""

    __tablename__ = "pictures"

    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(20))
    width: Mapped[int] = mapped_column()
    height: Mapped[int] = mapped_column()
    size: Mapped[int] = mapped_column()  # bytes of both forms
    body: Mapped[bytes] = mapped_column(LargeBinary)
    small: Mapped[bytes] = mapped_column(LargeBinary)  # for a note and a report
    brought_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, index=True)
