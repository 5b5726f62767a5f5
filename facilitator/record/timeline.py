"""A project's record as one line of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from facilitator.extensions import db
from facilitator.models import Board, RecordedArtefact, Workshop


@dataclass(frozen=True, slots=True)
class Entry:
    """One version in the record, without its body."""

    id: str
    board_id: str
    workshop_id: str
    workshop_title: str
    workshop_position: int  # the workshop's number in its series
    title: str
    titles: dict[str, str]  # by language; of older versions nothing
    method_key: str
    version: int
    state: str
    revision: int
    digest: str
    taken_at: datetime
    replaces_id: str | None
    is_latest: bool  # whether no later version of the board has replaced it


def timeline(project_id: str, workshop_id: str | None = None) -> list[Entry]:
    """Every version of every board of the project, or of one of its workshops; the earliest first."""
    saved = RecordedArtefact
    workshop = (Workshop.title.label("workshop_title"), Workshop.position.label("workshop_position"))
    what = (saved.title, saved.titles, saved.method_key)
    version = (saved.version, saved.state, saved.revision, saved.digest, saved.taken_at, saved.replaces_id)
    rows = (
        select(
            saved.id,
            saved.board_id,
            saved.workshop_id,
            *what,
            *version,
            *workshop,
        )
        .join(Workshop, Workshop.id == saved.workshop_id)
        .join(Board, Board.id == saved.board_id)
        .where(saved.project_id == project_id)
        .order_by(saved.taken_at, Workshop.position, Board.position, saved.version, saved.id)
    )
    if workshop_id is not None:
        rows = rows.where(saved.workshop_id == workshop_id)
    found = db.session.execute(rows).mappings().all()
    replaced = {row["replaces_id"] for row in found}
    return [Entry(**row, is_latest=row["id"] not in replaced) for row in found]
