"""What a workshop came to, in the words of those who led it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.models.base import Model, UtcDateTime, now


class Summary(Model):
    """One page about the whole workshop. Its boards' artefacts say what was made; this says what it comes to."""

    __tablename__ = "summaries"

    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshops.id", ondelete="CASCADE"), primary_key=True)
    summary: Mapped[str] = mapped_column(Text, default="")
    decisions: Mapped[list[str]] = mapped_column(JSON, default=list)
    open_questions: Mapped[list[str]] = mapped_column(JSON, default=list)
    next_steps: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)  # what, owner, due (a day or null)
    edition: Mapped[int] = mapped_column(default=1)  # how often it was written: who began from an older one hears so
    written_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    written_by: Mapped[str] = mapped_column(String(40))
