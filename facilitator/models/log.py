"""Live documents and their logs."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.models.base import Model, UtcDateTime, now


class Document(Model):
    """A live document: a board, or a workshop's floor. Its epoch changes when the log is rewritten or goes back."""

    __tablename__ = "documents"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    epoch: Mapped[str] = mapped_column(String(32))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class LoggedEvent(Model):
    """One event. The key makes order certain (I3): two writers cannot both take 43."""

    __tablename__ = "log_events"
    __table_args__ = (UniqueConstraint("document_id", "by", "op_id", name="operation_once"),)  # I1

    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # from 1, no gaps
    by: Mapped[str] = mapped_column(String(40))  # participant, account or `system`; op ids are unique only to them
    op_id: Mapped[str] = mapped_column(String(36))  # the client's id: a retry finds it here
    op_hash: Mapped[str] = mapped_column(String(64))  # SHA-256 of the operation: same id, other payload is refused
    at: Mapped[str] = mapped_column(String(24))  # ISO 8601, UTC, milliseconds
    seen_by: Mapped[str | None] = mapped_column(Text)  # JSON list of the persons who may see it; null: everybody
    changes: Mapped[str] = mapped_column(Text)  # JSON list of {"id", "set"} or {"id", "gone"}


class StoredState(Model):
    """What a document's log came to at one seq, in one epoch. Made again from the log whenever it is missing."""

    __tablename__ = "stored_states"

    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    epoch: Mapped[str] = mapped_column(String(32))
    form: Mapped[int] = mapped_column()  # which version of the form the body has; an unknown one is not read
    body: Mapped[str] = mapped_column(Text)  # compact JSON
    made_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
