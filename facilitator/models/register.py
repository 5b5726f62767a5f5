"""The project's register: what its boards speak of, each thing once, however many maps it lies on.

Where things lie is read from the record and can be read again; names, merges and who made them are the register's own.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.models.base import Model, UtcDateTime, new_id, now

ITEM_ID = String(88)  # protocol P1.1: a noun, a colon and at most 80 signs


class Entity(Model):
    """A stakeholder, a step, a pain point, an idea … of one project. Its id outlives every name and every merge."""

    __tablename__ = "entities"

    id: Mapped[str] = mapped_column(ITEM_ID, primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), index=True)
    type: Mapped[str] = mapped_column(String(16))  # one of facilitator.methods.entity_types.TYPES
    name: Mapped[str] = mapped_column(Text)
    merged_into_id: Mapped[str | None] = mapped_column(ForeignKey("entities.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class EntityPlace(Model):
    """Where a board's newest version speaks of it. item_id: a note, or a phase or lane that was made of it."""

    __tablename__ = "entity_places"

    board_id: Mapped[str] = mapped_column(ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True)
    item_id: Mapped[str] = mapped_column(ITEM_ID, primary_key=True)
    entity_id: Mapped[str] = mapped_column(ForeignKey("entities.id", ondelete="CASCADE"), primary_key=True, index=True)
    role: Mapped[str] = mapped_column(String(8), primary_key=True)  # `is` or `about`
    text: Mapped[str] = mapped_column(Text)  # what it is called there
    artefact_id: Mapped[str] = mapped_column(ForeignKey("artefacts.id", ondelete="CASCADE"), index=True)


class RegisteredBoard(Model):
    """From which version of a board the register was last read."""

    __tablename__ = "registered_boards"

    board_id: Mapped[str] = mapped_column(ForeignKey("boards.id", ondelete="CASCADE"), primary_key=True)
    artefact_id: Mapped[str] = mapped_column(ForeignKey("artefacts.id", ondelete="CASCADE"), index=True)


class EntityAct(Model):
    """A new name, or a merge, and who made it. Kept also when it was taken back."""

    __tablename__ = "entity_acts"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), index=True)
    entity_id: Mapped[str] = mapped_column(ForeignKey("entities.id", ondelete="CASCADE"), index=True)
    verb: Mapped[str] = mapped_column(String(8))  # `rename` or `merge`
    was: Mapped[str] = mapped_column(Text)  # its name before
    became: Mapped[str] = mapped_column(Text)  # its new name; of a merge the id of the entity that it is since
    board_id: Mapped[str | None] = mapped_column(ForeignKey("boards.id", ondelete="SET NULL"))  # where it was renamed
    by: Mapped[str] = mapped_column(String(40))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
