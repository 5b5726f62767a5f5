"""Methods that a programme made itself: what is being written, and the versions that boards hold."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.models.base import Model, UtcDateTime, new_id, now


class OwnMethod(Model):
    """A method of one programme. Its texts lie in its versions; the draft is the next one."""

    __tablename__ = "own_methods"
    __table_args__ = (UniqueConstraint("programme_id", "key"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    programme_id: Mapped[str] = mapped_column(ForeignKey("programmes.id", ondelete="CASCADE"), index=True)
    key: Mapped[str] = mapped_column(String(40))  # as its file has it; boards know it by another, theirs alone
    version: Mapped[int | None] = mapped_column()  # which one new boards get; None: none is ready yet
    draft: Mapped[str] = mapped_column(Text)  # as a file, and perhaps faulty
    edition: Mapped[int] = mapped_column(
        default=1
    )  # how often the draft was written: who began from an older one hears so
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def board_key(self) -> str:
        """What boards call it: the same nowhere else."""
        return f"own_{self.id}"

    @property
    def trial_key(self) -> str:
        """What practice boards call its drafts."""
        return f"try_{self.id}"


class MethodVersion(Model):
    """What a board was begun with: never changed, and there as long as any board may be."""

    __tablename__ = "method_versions"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)  # as boards have it
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    body: Mapped[str] = mapped_column(Text)  # the file
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
